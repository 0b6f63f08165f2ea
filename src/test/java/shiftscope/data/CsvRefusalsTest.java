package shiftscope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.config.DataKind;
import shiftscope.config.FileSource;

/** What is said of tables that cannot be used. */
class CsvRefusalsTest {
    @TempDir
    private Path temporary;

    private Folder folder;

    @BeforeEach
    void useFolder() {
        folder = new Folder(temporary);
    }

    @Test
    void textAmongNumbersIsPlacedByRowAndColumn() throws IOException {
        assertEquals("t.csv, row 3, column \"width\" is \"wide\"; accepted are numbers such as -1.5 or 2e-3.",
                refused("length,width,kind\n1,2,a\n3,wide,b\n"));
        assertEquals("t.csv, row 2, column 1 (counted from 0) is \"wide\"; accepted are numbers such as -1.5 or 2e-3.",
                refused("1,2,a\n3,wide,b\n"));
        assertEquals("t.csv, row 4, column \"width\" is empty; accepted are numbers such as -1.5 or 2e-3.",
                refused("length,width,kind\n1,2,a\n\n3,,b\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5", "1f", "0x1p3", "1_000", "--1", "e", "NA", "?", "1 2"})
    void whatIsNoPlainDecimalNumberIsRefused(String cell) throws IOException {
        assertTrue(refused("1;a\n2;b\n" + cell + ";b\n").startsWith("t.csv, row 3, column 0 (counted from 0) is \"" + cell + "\";"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "nan", "inf", "-Infinity", "1e999", "-1e101"})
    void whatIsNotFiniteIsRefused(String cell) throws IOException {
        assertEquals("t.csv, row 2, column \"x\" is \"" + cell + "\"; accepted are finite numbers from -1e100 to 1e100.",
                refused("x,label\n" + cell + ",a\n1,b\n"));
        assertTrue(refused(cell + ",a\n1,b\n").startsWith("t.csv, row 1, column 0 (counted from 0) is"), "it does not make a header");
    }

    @Test
    void rowsOfDifferentLengthAreRefused() throws IOException {
        assertEquals("t.csv, row 3 has 2 cells, but row 1 has 3; accepted are rows of equal length.", refused("1,2,a\n3,4,b\n5,c\n"));
        assertEquals("t.csv, row 4 has 4 cells, but row 2 has 3; accepted are rows of equal length.", refused("\n1,2,a\n3,4,b\n5,6,7,c\n"));
    }

    @Test
    void anEmptyLabelIsRefused() throws IOException {
        assertEquals("t.csv, row 2, column 1 (counted from 0) is empty; accepted is a label in every row.", refused("1,a\n2,\n"));
    }

    @Test
    void tooFewRowsAreRefused() throws IOException {
        assertTrue(refused("").endsWith("t.csv is empty; accepted is a file with examples."));
        assertTrue(refused("\n \n").startsWith("t.csv has no rows;"));
        assertEquals("t.csv has too few examples (0); accepted are 2 or more.", refused("x,label\n"));
        assertEquals("t.csv has too few examples (1); accepted are 2 or more.", refused("1,a\n"));
    }

    @Test
    void oneColumnIsRefused() throws IOException {
        assertTrue(refused("1|2|a\n3|4|b\n").startsWith("t.csv has only one column;"));
    }

    @Test
    void oneClassOrMoreThanAThousandAreRefused() throws IOException {
        assertEquals("The first 2 examples of t.csv are all of one class (\"a\"); accepted are 2 to 1000 classes.", refused("1,a\n2,a\n"));
        String prices = IntStream.range(0, 1001).mapToObj(i -> "1," + i + "\n").collect(Collectors.joining());
        folder.write("t.csv", prices);
        FileSource source = new FileSource("t.csv", null, null);
        assertEquals("t.csv has more than 1000 different labels in column 1 (counted from 0); accepted are 2 to 1000 classes, so perhaps "
                + "data.file.labelColumn names the wrong column.", folder.refused(DataKind.CSV, 2000, source));
        assertEquals(1000, folder.load(DataKind.CSV, 1000, source).outputs());
    }

    @Test
    void aLabelColumnThatIsNotThereIsRefused() throws IOException {
        folder.write("t.csv", "length,width,kind\n1,2,a\n3,4,b\n");
        assertEquals("data.file.labelColumn is \"type\", but t.csv has no column of this name; accepted are \"length\", \"width\", "
                + "\"kind\".", folder.refused(DataKind.CSV, 10, new FileSource("t.csv", "type", null)));
        assertEquals("data.file.labelColumn is 3, but t.csv has 3 columns; accepted are -3 to 2 or a column's name.",
                folder.refused(DataKind.CSV, 10, new FileSource("t.csv", "3", null)));
        assertTrue(folder.refused(DataKind.CSV, 10, new FileSource("t.csv", "-4", null)).startsWith("data.file.labelColumn is -4,"));
        assertEquals("data.file.labelColumn is \"kind\", but data.file.header says that t.csv has no names; accepted are -3 to 2.",
                folder.refused(DataKind.CSV, 10, new FileSource("t.csv", "kind", false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,\"a\n2,b\n", "1,\"a\"x\n2,b\n", "1,a\n2,\"b"})
    void malformedQuotesAreRefused(String text) throws IOException {
        assertTrue(refused(text).startsWith("t.csv has a malformed quoted cell ("));
    }

    @Test
    void aQuoteThatIsNeverClosedDoesNotFillTheMemory() throws IOException {
        assertTrue(refused("1,a\n2,\"" + "b".repeat(5_000_000)).startsWith("t.csv has a row of more than 4194304 characters"));
    }

    @Test
    void whatIsNotUtf8IsRefused() throws IOException {
        folder.write("t.csv", "1,caf\u00e9\n2,b\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("t.csv is not text in UTF-8; accepted is a table saved as UTF-8.", folder.refusedCsv("t.csv"));
        folder.write("t.csv", "1,a\n2,b\n".getBytes(StandardCharsets.UTF_16));
        assertEquals("t.csv is not text in UTF-8; accepted is a table saved as UTF-8.", folder.refusedCsv("t.csv"));
    }

    @Test
    void damagedGzipIsRefused() throws IOException {
        byte[] packed = IdxBytes.gzip("1,a\n2,b\n".getBytes(StandardCharsets.UTF_8));
        folder.write("t.csv", Arrays.copyOf(packed, packed.length - 9));
        assertTrue(folder.refusedCsv("t.csv").startsWith("t.csv is a damaged gzip file ("));
    }

    @Test
    void whatIsShownOfACellIsShortAndOnOneLine() throws IOException {
        assertTrue(refused("1,a\n\"x\ny\u0007" + "z".repeat(100) + "\",b\n").contains("is \"x\uFFFDy\uFFFD" + "z".repeat(56) + "…\";"));
    }

    private String refused(String text) throws IOException {
        folder.write("t.csv", text);
        return folder.refusedCsv("t.csv");
    }
}
