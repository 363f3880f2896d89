package org.huisheng.bench.export;

/**
 * What fetching took, once or several times.
 *
 * @param surveyGrowth by how many MB the service's memory at its peak exceeded what it was before; the most of all times
 */
public record Export(double seconds, long rows, long bytes, double surveyGrowth, double gatewayGrowth) {

    public static final Export NONE = new Export(0, 0, 0, 0, 0);

    public Export plus(Export other) {
        return new Export(
                seconds + other.seconds,
                rows + other.rows,
                bytes + other.bytes,
                Math.max(surveyGrowth, other.surveyGrowth),
                Math.max(gatewayGrowth, other.gatewayGrowth));
    }

    /** Of a rehearsal, in which memory grows as at any other time. */
    public Export withoutTime() {
        return new Export(0, 0, 0, surveyGrowth, gatewayGrowth);
    }

    public double rowsPerSecond() {
        return rows / seconds;
    }

    public double megabytesPerSecond() {
        return bytes / 1e6 / seconds;
    }
}
