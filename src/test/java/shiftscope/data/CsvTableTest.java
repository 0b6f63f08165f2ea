package shiftscope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.config.FileSource;

class CsvTableTest {
    private static final String FLOWERS = "length,width,kind\n1.5,2,rose\n-3,4e-1,aster\n5,6,rose\n";

    @TempDir
    private Path temporary;

    @Test
    void readsNumbersAndSortsNamesOfClasses() throws IOException {
        RawExamples flowers = read(FLOWERS, null, null);
        assertEquals("table.csv", flowers.name());
        assertEquals(List.of("aster", "rose"), flowers.classes());
        assertArrayEquals(new int[] {1, 0, 1}, flowers.labels());
        assertArrayEquals(new double[] {1.5, 2, -3, 0.4, 5, 6}, values(flowers), 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theDelimiterIsFoundInTheFirstLine(String delimiter) throws IOException {
        RawExamples flowers = read("\n" + FLOWERS.replace(",", delimiter), null, null);
        assertArrayEquals(new double[] {1.5, 2, -3, 0.4, 5, 6}, values(flowers), 0);
        assertEquals(List.of("x;a", "y\tb"), read("1,\"x;a\"\n2,\"y\tb\"\n", null, null).classes());
    }

    @Test
    void aByteOrderMarkWindowsLinesBlankRowsAndSpacesDoNotMatter() throws IOException {
        RawExamples flowers = read("\uFEFF" + FLOWERS.replace("\n", "\r\n\r\n").replace(",", " , "), "kind", null);
        assertEquals(List.of("aster", "rose"), flowers.classes());
        assertArrayEquals(new double[] {1.5, 2, -3, 0.4, 5, 6}, values(flowers), 0);
        assertEquals(3, read("\uFEFF" + FLOWERS.replace("\n", "\r\n  \r\n"), null, null).size());
    }

    @Test
    void gzipIsUnpacked() throws IOException {
        Path file = Files.write(temporary.resolve("packed"), IdxBytes.gzip(FLOWERS.getBytes(StandardCharsets.UTF_8)));
        assertEquals(3, CsvTable.read(new FileSource("packed", null, null), file, 100).size());
    }

    @Test
    void quotedCellsMayHoldDelimitersQuotesAndLines() throws IOException {
        RawExamples table = read("\"a\",\"b\"\n\"1\",\"x, \"\"y\"\"\"\n 2 , \"two\nlines\"\n", null, null);
        assertEquals(List.of("two\nlines", "x, \"y\""), table.classes());
        assertArrayEquals(new double[] {1, 2}, values(table), 0);
    }

    @ParameterizedTest
    @CsvSource({"0, '1,6'", "-3, '1,6'", "1, '2,4'", "second, '2,4'", "-1, '3,5'", "third, '3,5'"})
    void theLabelColumnIsFoundByNameOrIndex(String column, String classes) throws IOException {
        RawExamples table = read("first,second,third\n1,2,3\n6,4,5\n", column, null);
        assertEquals(classes, String.join(",", table.classes()));
        assertEquals(2, table.features());
    }

    @ParameterizedTest
    @CsvSource({"'x,y',", "'1,y',", "'1,2', true", "'1,2', false", "'x,2', true", "',b',"})
    void aHeaderIsKnownByTextAmongTheFeaturesUnlessTheUserSays(String first, Boolean header) throws IOException {
        boolean expected = header == null ? !first.startsWith("1") : header;
        RawExamples table = read(first + "\n3,a\n4,b\n", null, header);
        assertEquals(expected ? 2 : 3, table.size());
    }

    @Test
    void labelsThatAreAllNumbersAreSortedByValue() throws IOException {
        assertEquals(List.of("-1", "2", "10"), read("0,10\n0,2\n0,-1\n0,2\n", null, null).classes());
        assertEquals(List.of("-1", "10", "2", "x"), read("0,10\n0,2\n0,-1\n0,x\n", null, null).classes());
    }

    @Test
    void atMostSoManyRowsAreReadAndTheRestIsNotLookedAt() throws IOException {
        String rows = IntStream.range(0, 20).mapToObj(i -> i + "," + i % 2).collect(Collectors.joining("\n"));
        RawExamples table = read(rows + "\nnonsense,\"", null, null, 20);
        assertEquals(20, table.size());
        assertEquals(7, read(rows, null, null, 7).size());
    }

    private RawExamples read(String text, String label, Boolean header) throws IOException {
        return read(text, label, header, 100);
    }

    private RawExamples read(String text, String label, Boolean header, int most) throws IOException {
        Path file = Files.writeString(temporary.resolve("table.csv"), text);
        return CsvTable.read(new FileSource("table.csv", label, header), file, most);
    }

    private static double[] values(RawExamples table) {
        double[] values = new double[table.size() * table.features()];
        for (int i = 0; i < table.size(); i++) {
            table.rows().copy(i, values, i * table.features());
        }
        return values;
    }
}
