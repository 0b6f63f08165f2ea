package shiftscope.data;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import shiftscope.config.BadInputException;

/**
 * The rows of a comma-, semicolon- or tab-separated file in UTF-8, with or without a byte order mark, plain or gzip. Cells may be
 * quoted as in RFC 4180; spaces around them do not count; blank rows are passed over.
 */
final class CsvRows implements Closeable {
    /** The most characters one row may have: some hundred thousand cells. */
    private static final int MOST_CHARACTERS = 1 << 22;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputFile file;
    private final Metered text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    private CsvRows(InputFile file, BufferedReader reader) throws IOException {
        this.file = file;
        CSVFormat format = format(reader);
        text = new Metered(reader);
        parser = CSVParser.builder().setReader(text).setFormat(format).get();
        records = parser.iterator();
    }

    /** @throws BadInputException if the beginning cannot be read */
    static CsvRows open(InputFile file) {
        CharsetDecoder strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            BufferedReader reader = new BufferedReader(new InputStreamReader(file.open(), strict));
            try {
                return new CsvRows(file, reader);
            } catch (IOException e) {
                reader.close();
                throw e;
            }
        } catch (IOException e) {
            throw sentence(file, e);
        }
    }

    private static CSVFormat format(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(reader))
                .setIgnoreSurroundingSpaces(true)
                .setTrim(true)
                .setIgnoreEmptyLines(false)
                .get();
    }

    /** Whichever of the three stands most often in the first line that is not blank, outside of quotes; leaves the reader in place. */
    private static char delimiter(BufferedReader reader) throws IOException {
        reader.mark(MOST_CHARACTERS);
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        boolean blank = true;
        for (int read = 0; read < MOST_CHARACTERS; read++) {
            int c = reader.read();
            if (c < 0 || ((c == '\n' || c == '\r') && !quoted && !blank)) {
                break;
            }
            quoted ^= c == '"';
            blank &= Character.isWhitespace(c);
            if (!quoted) {
                commas += c == ',' ? 1 : 0;
                semicolons += c == ';' ? 1 : 0;
                tabs += c == '\t' ? 1 : 0;
            }
        }
        reader.reset();
        // Ties go against the comma, which may be a decimal one.
        if (tabs > 0 && tabs >= commas && tabs >= semicolons) {
            return '\t';
        }
        return semicolons > 0 && semicolons >= commas ? ';' : ',';
    }

    /**
     * The next row that is not blank.
     *
     * @return its cells, or {@code null} after the last one
     * @throws BadInputException if it is malformed
     */
    String[] next() {
        try {
            while (true) {
                text.restart();
                if (!records.hasNext()) {
                    return null;
                }
                String[] cells = records.next().values();
                if (cells.length > 1 || !cells[0].isEmpty()) {
                    return cells;
                }
            }
        } catch (UncheckedIOException e) {
            throw sentence(file, e.getCause());
        }
    }

    /** The number of the row last given, from 1, as a table program counts: the header and blank rows included. */
    long row() {
        return parser.getRecordNumber();
    }

    private static BadInputException sentence(InputFile file, IOException e) {
        if (e instanceof CSVException) {
            return new BadInputException(file.name() + " has a malformed quoted cell (" + Shown.inline(String.valueOf(e.getMessage()))
                    + "); accepted are quotes around a whole cell, with quotes inside it doubled.", e);
        }
        if (e instanceof CharacterCodingException) {
            return new BadInputException(file.name() + " is not text in UTF-8; accepted is a table saved as UTF-8.", e);
        }
        if (e instanceof RowTooLong) {
            return new BadInputException(file.name() + " has a row of more than " + MOST_CHARACTERS
                    + " characters, perhaps after a quote that is never closed; accepted are shorter rows.", e);
        }
        return file.unreadable(e);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private static final class RowTooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Breaks off a row that would fill the memory. */
    private static final class Metered extends FilterReader {
        private int characters;

        Metered(Reader in) {
            super(in);
        }

        void restart() {
            characters = 0;
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            if (characters > MOST_CHARACTERS) {
                throw new RowTooLong();
            }
            int count = super.read(into, offset, length);
            characters += Math.max(0, count);
            return count;
        }
    }
}
