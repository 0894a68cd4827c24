package hk.itf.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.DomainException;
import org.junit.jupiter.api.Test;

class GivenTextTest {

    @Test
    void textIsKeptWithoutTheBlanksAroundIt() {
        assertThat(GivenText.required("  理由 reason\n", "/reason", 20)).isEqualTo("理由 reason");
        assertThat(GivenText.optional("  ", "/reason", 20)).isEmpty();
    }

    @Test
    void everyFaultNamesItsField() {
        refuses(" ", "required");
        refuses("a\u202Eb", "control-characters");
        refuses("a\u0000b", "control-characters");
        refuses("x".repeat(21), "too-long");
    }

    private static void refuses(String text, String code) {
        assertThatThrownBy(() -> GivenText.required(text, "/reason", 20))
                .isInstanceOfSatisfying(DomainException.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(DomainException.Kind.INVALID);
                    assertThat(refusal.violations()).singleElement().satisfies(violation -> {
                        assertThat(violation.pointer()).isEqualTo("/reason");
                        assertThat(violation.code()).isEqualTo(code);
                    });
                });
    }
}
