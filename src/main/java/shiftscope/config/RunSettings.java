package shiftscope.config;

/**
 * What one run does differently from its twin: the three switches.
 *
 * @param normalization the switch <b>Normalize</b>
 * @param scaleShift the switch <b>γ, β</b>: on, they start at 1 and 0 and are trained; off, they stay 1 and 0
 * @param statistics the switch <b>Statistics</b>
 */
public record RunSettings(Normalization normalization, boolean scaleShift, Statistics statistics) {
    public RunSettings {
        Checks.present("normalization", normalization);
        Checks.present("statistics", statistics);
    }

    public boolean normalizes() {
        return normalization != Normalization.NONE;
    }

    public RunSettings withNormalization(Normalization value) {
        return new RunSettings(value, scaleShift, statistics);
    }

    public RunSettings withScaleShift(boolean value) {
        return new RunSettings(normalization, value, statistics);
    }

    public RunSettings withStatistics(Statistics value) {
        return new RunSettings(normalization, scaleShift, value);
    }
}
