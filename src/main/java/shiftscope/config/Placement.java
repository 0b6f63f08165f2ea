package shiftscope.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a normalizer stands in its layer. */
public enum Placement {
    /** φ(BN(z)), as in Ioffe and Szegedy 2015, section 3.2 */
    @JsonProperty("before")
    BEFORE,
    /** BN(φ(z)), the variant after the activation */
    @JsonProperty("after")
    AFTER
}
