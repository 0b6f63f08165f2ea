package shiftscope.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the examples come from. */
public enum DataKind {
    /** 28×28 digits drawn by the program */
    @JsonProperty("digits")
    DIGITS,
    /** two rings in the plane */
    @JsonProperty("circles")
    CIRCLES,
    /** four quadrants, two classes */
    @JsonProperty("xor")
    XOR,
    /** Gaussian clouds, one per class */
    @JsonProperty("blobs")
    BLOBS,
    /** two interleaved spirals */
    @JsonProperty("spiral")
    SPIRAL,
    /** two half moons */
    @JsonProperty("moons")
    MOONS,
    /** images and labels from MNIST-style IDX files, plain or gzip */
    @JsonProperty("idx")
    IDX,
    /** a table from a comma-separated file */
    @JsonProperty("csv")
    CSV,
    /** regression: a plane over two features */
    @JsonProperty("plane")
    PLANE,
    /** regression: Gaussian hills and hollows over two features */
    @JsonProperty("hills")
    HILLS,
    /** regression: a sine of one feature */
    @JsonProperty("sine")
    SINE,
    /** two classes, told apart by two features that matter alike but whose standard deviations are 1 and 100 */
    @JsonProperty("scales")
    SCALES,
    /** 20×20 colour images of cats and rabbits drawn by the program: trained on black ones, tested on coloured ones */
    @JsonProperty("cats")
    CATS;

    /** Whether the examples come from a file. */
    public boolean fromFile() {
        return this == IDX || this == CSV;
    }

    /** Whether what is to be learned are numbers rather than classes. */
    public boolean regression() {
        return this == PLANE || this == HILLS || this == SINE;
    }
}
