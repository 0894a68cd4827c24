package hk.itf.infra.http.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonPointersTest {

    @Test
    void escapesTildesAndSlashes() {
        assertThat(JsonPointers.step("a/b~c")).isEqualTo("/a~1b~0c");
    }

    @Test
    void replacesControlCharacters() {
        assertThat(JsonPointers.step("a\u0000\u202eb")).isEqualTo("/a\uFFFD\uFFFDb");
    }

    @Test
    void shortensLongNamesBetweenCharacters() {
        assertThat(JsonPointers.step("x".repeat(62) + "😀😀")).isEqualTo("/" + "x".repeat(62) + "😀");
    }
}
