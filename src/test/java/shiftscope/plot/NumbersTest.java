package shiftscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "-2.14, −2.14",
        "0.012, 0.01",
        "9.994, 9.99",
        "9.996, 10.0",
        "-31.62, −31.6",
        "480.4, 480",
        "12345.6, 12\u2009346",
        "99999.6, 1.0×10⁵",
        "0.0000214, 2.1×10⁻⁵",
        "0.00000999, 1.0×10⁻⁵",
        "-1e300, −1.0×10³⁰⁰",
        "NaN, –",
        "Infinity, ∞",
        "-Infinity, −∞"
    })
    void measuredNumbersHaveAboutThreeDigits(double value, String text) {
        assertEquals(text, Numbers.measured(value));
    }

    @ParameterizedTest
    @CsvSource({
        "-0.0003, 1, 0.00",
        "-0.23, 1.98, −0.23",
        "0.5, 20, 0.5",
        "9e-10, 1.2e-4, 0",
        "-5e-5, 1.2e-4, −5.0×10⁻⁵",
        "3, 0.1, 3.00",
        "NaN, 1, –"
    })
    void aMeanHasNoMoreDigitsThanItsSpreadDeserves(double mean, double sigma, String text) {
        assertEquals(text, Numbers.measured(mean, sigma));
    }

    @Test
    void whatRoundsToZeroHasNoSign() {
        assertEquals("0.0", Numbers.fixed(-0.04, 1));
    }

    @Test
    void thousandsAreApart() {
        assertEquals("999", Numbers.count(999));
        assertEquals("1\u2009840", Numbers.count(1_840));
        assertEquals("−1\u2009234\u2009567", Numbers.count(-1_234_567));
    }

    @ParameterizedTest
    @CsvSource({"0, 0%", "0.001, <1%", "0.314, 31%", "0.9999, >99%", "1, 100%", "NaN, –"})
    void sharesNeverRoundToNothingOrAll(double share, String text) {
        assertEquals(text, Numbers.percent(share));
    }

    @Test
    void settingsAreWrittenAsTheyWereSet() {
        assertEquals("0.5", Numbers.exact(0.5));
        assertEquals("0.001", Numbers.exact(0.001));
        assertEquals("1\u2009000", Numbers.exact(1000));
    }

    @Test
    void theLanguageOfTheMachineChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals("−2.14", Numbers.measured(-2.14));
            assertEquals("#0072b2", Colour.rgb(0x0072b2).hex());
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.24, 0.24", "480, 480", "83854, 8×10⁴", "97000, 1×10⁵", "-1.2e6, −1×10⁶", "3.8e154, 4×10¹⁵⁴", "NaN, –"})
    void briefNumbersFitBesideACurve(double value, String text) {
        assertEquals(text, Numbers.brief(value));
    }

    @ParameterizedTest
    @CsvSource({
        "0.24, 0.24", "0.0996, 0.10", "0.0994, 0.099", "0.0412, 0.041", "0.00951, 0.010", "0.0094, 0.0094", "0.00096, 0.0010",
        "0.00094, 9.4e−4", "9.97e-5, 1.0e−4", "2.44e-12, 2e−12", "480, 480", "9999, 9\u2009999", "83854, 8.4e4", "3.8e154, 4e154",
        "0, 0.00", "NaN, –"
    })
    void besideALogarithmicAxisDigitsCount(double value, String text) {
        assertEquals(text, Numbers.inDigits(value));
    }

    @ParameterizedTest
    @CsvSource({
        "0.7290, 0.729",
        "-0.02236, −0.0224",
        "0.0013411, 0.00134",
        "0.00999, 0.00999",
        "0.9996, 1.00",
        "-20.43, −20.4",
        "0.0009, 9.0×10⁻⁴",
        "0, 0.00",
        "NaN, –"
    })
    void threeDigitsHoweverSmall(double value, String text) {
        assertEquals(text, Numbers.inThreeDigits(value));
    }
}
