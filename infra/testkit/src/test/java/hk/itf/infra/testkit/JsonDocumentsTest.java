package hk.itf.infra.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.path.json.JsonPath;
import io.restassured.path.json.exception.JsonPathException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JsonDocumentsTest {

    @BeforeEach
    void install() {
        JsonDocuments.install();
    }

    @Test
    void readsEveryKindOfValue() {
        var document = JsonPath.from(
                "{\"text\":\"a\",\"small\":1,\"large\":5000000000,\"yes\":true,\"none\":null,\"list\":[{\"a\":[]}]}");

        assertThat(document.<Map<String, Object>>get())
                .containsEntry("text", "a")
                .containsEntry("small", 1)
                .containsEntry("large", 5_000_000_000L)
                .containsEntry("yes", true)
                .containsEntry("none", null)
                .containsEntry("list", List.of(Map.of("a", List.of())));
    }

    /** REST Assured's own parser reads a {@code Float} here, so that the test shows which parser is used. */
    @Test
    void readsFractionAsBigDecimal() {
        assertThat(JsonPath.from("{\"share\":0.1}").<Object>get("share")).isEqualTo(new BigDecimal("0.1"));
    }

    @Test
    void refusesMalformedDocument() {
        assertThatThrownBy(() -> JsonPath.from("{\"a\":").get("a")).isInstanceOf(JsonPathException.class);
        assertThatThrownBy(() -> JsonPath.from("{} {}").get("a")).isInstanceOf(JsonPathException.class);
    }
}
