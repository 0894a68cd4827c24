package hk.itf.infra.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void requiresAtLeastForRatesAndAtMostForCosts() {
        assertThat(Metric.of("lifecycle.rate", 20, "1/s", null).met()).isTrue();
        assertThat(Metric.of("lifecycle.rate", 19.9, "1/s", null).met()).isFalse();
        assertThat(Metric.of("lifecycle.commits", 60, "", null).met()).isTrue();
        assertThat(Metric.of("lifecycle.commits", 61, "", null).met()).isFalse();
        assertThat(Metric.of("lifecycle.requests", 29, "", null).met()).isNull();
    }

    @Test
    void roundsToFourDigits() {
        assertThat(Metric.rounded(1234567)).isEqualTo(1235000);
        assertThat(Metric.rounded(0.0123456)).isEqualTo(0.01235);
        assertThat(Metric.rounded(Double.NaN)).isZero();
    }
}
