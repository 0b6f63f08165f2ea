package shiftscope.export;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document that grows from its first element to its last. Every method but the last returns this. */
final class XmlText {
    private static final int DECIMALS = 2;

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    XmlText() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    XmlText open(String element) {
        return write(() -> {
            xml.writeCharacters("\n");
            xml.writeStartElement(element);
        });
    }

    /** An attribute of the element opened last, before anything is said or opened in it. */
    XmlText set(String attribute, String value) {
        return write(() -> xml.writeAttribute(attribute, allowed(value)));
    }

    XmlText set(String attribute, double value) {
        return set(attribute, number(value));
    }

    XmlText say(String words) {
        return write(() -> xml.writeCharacters(allowed(words)));
    }

    XmlText close() {
        return write(xml::writeEndElement);
    }

    String finish() {
        write(() -> {
            xml.writeEndDocument();
            xml.close();
        });
        return text.append('\n').toString();
    }

    /** A length in hundredths of a pixel, the same in every language. */
    static String number(double value) {
        return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    }

    /** Names come from users, and XML has no form at all for some characters. */
    private static String allowed(String words) {
        return words.codePoints()
                .map(c -> isAllowed(c) ? c : 0xfffd)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int c) {
        return c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000 || c == '\t' || c == '\n';
    }

    private interface Writing {
        void run() throws XMLStreamException;
    }

    private XmlText write(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    private static IllegalStateException impossible(XMLStreamException e) {
        return new IllegalStateException("writing to memory failed", e);
    }
}
