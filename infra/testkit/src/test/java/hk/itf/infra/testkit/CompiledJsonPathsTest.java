package hk.itf.infra.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompiledJsonPathsTest {

    @BeforeEach
    void install() {
        CompiledJsonPaths.install();
    }

    @Test
    void readsSamePathFromDifferentDocuments() {
        assertThat(JsonPath.from("{\"items\":[{\"a\":1}]}").getInt("items[0].a"))
                .isEqualTo(1);
        assertThat(JsonPath.from("{\"items\":[{\"a\":2}]}").getInt("items[0].a"))
                .isEqualTo(2);
        assertThat(JsonPath.from("{\"items\":[]}").getList("items.findAll { it.a > 1 }"))
                .isEmpty();
    }

    @Test
    void readsMissingPathAsNull() {
        assertThat(JsonPath.from("{}").<String>get("missing")).isNull();
    }

    @Test
    void refusesMalformedPath() {
        assertThatThrownBy(() -> JsonPath.from("{}").get("items[")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsPathWithParameter() {
        assertThat(JsonPath.from("{\"items\":[{\"id\":\"x\",\"a\":3}]}")
                        .param("id", "x")
                        .getInt("items.find { it.id == id }.a"))
                .isEqualTo(3);
    }
}
