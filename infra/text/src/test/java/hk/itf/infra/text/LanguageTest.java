package hk.itf.infra.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh", "zh-HK", "zh-MO", "zh-TW", "zh-Hant", "zh-Hant-CN", "yue", "yue-Hant-HK", "ZH-hk"})
    void readsChineseWithoutScriptAsTraditional(String header) {
        assertThat(Language.preferredBy(header)).isEqualTo(Language.TRADITIONAL_CHINESE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "zh-SG", "zh-Hans", "zh-Hans-HK", "yue-Hans"})
    void readsMainlandAndSingaporeAsSimplified(String header) {
        assertThat(Language.preferredBy(header)).isEqualTo(Language.SIMPLIFIED_CHINESE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "*", "fr", "en-GB", "q=", "zh;q=0", ";;;", "zh;q=x"})
    void readsEverythingElseAsEnglish(@Nullable String header) {
        assertThat(Language.preferredBy(header)).isEqualTo(Language.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en;q=0.5, zh-HK;q=0.9 | TRADITIONAL_CHINESE",
                "fr, zh-CN;q=0.4, en;q=0.3 | SIMPLIFIED_CHINESE",
                "en, zh | ENGLISH",
            })
    void prefersTheHighestWeight(String header, Language expected) {
        assertThat(Language.preferredBy(header)).isEqualTo(expected);
    }
}
