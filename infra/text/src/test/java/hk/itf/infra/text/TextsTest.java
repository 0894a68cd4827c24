package hk.itf.infra.text;

import static hk.itf.model.NamedValue.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.Wording;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.LocalisedText;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsTest {

    private enum Size {
        SMALL
    }

    private enum Unlabelled {
        FIRST
    }

    private final Texts texts = Texts.loaded();

    @Test
    void formatsAmountsDatesAndHongKongTimes() {
        var due = Wording.of(
                "sample.amounts",
                value("amount", Money.hkd(1_234_567)),
                value("day", LocalDate.of(2027, 3, 1)),
                value("moment", Instant.parse("2027-02-28T17:05:00Z")));

        assertThat(problem(due, Language.ENGLISH))
                .isEqualTo("The amount HK$1,234,567.00 is due on 1 March 2027, asked at 1 March 2027, 01:05.");
        assertThat(problem(due, Language.TRADITIONAL_CHINESE))
                .isEqualTo("款項 HK$1,234,567.00 須於2027年3月1日支付，查詢時間為2027年3月1日 01:05。");
    }

    @Test
    void choosesPluralsAndJoinsLists() {
        var open = Wording.of("sample.plural", value("count", 2), value("list", List.of("A", "B")));

        assertThat(problem(open, Language.ENGLISH)).isEqualTo("2 tranches are open: A and B.");
        assertThat(problem(open, Language.SIMPLIFIED_CHINESE)).isEqualTo("有 2 期拨款尚未完成：A和B。");
    }

    @Test
    void keepsNameOfConstantWithoutLabel() {
        var open = Wording.of("sample.plural", value("count", 2), value("list", List.of(Unlabelled.FIRST)));

        assertThat(problem(open, Language.ENGLISH)).isEqualTo("2 tranches are open: FIRST.");
    }

    @Test
    void rendersLabelsAndSchemeTextsInTheSameLanguage() {
        var wrong = Wording.of(
                "sample.nested",
                value("expected", Wording.of("sample.form")),
                value("text", new LocalisedText("none", "無", "无")),
                value("size", Size.SMALL));

        assertThat(problem(wrong, Language.ENGLISH))
                .isEqualTo("The parameter must be a whole number or none, not small.");
        assertThat(problem(wrong, Language.TRADITIONAL_CHINESE)).isEqualTo("參數必須是整數或無，不可以是小。");
    }

    @Test
    void refusesUnknownKeyAndMissingValue() {
        assertThatThrownBy(() -> problem(Wording.of("sample.unknown"), Language.ENGLISH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sample.unknown");
        assertThatThrownBy(() -> problem(Wording.of("sample.plural", value("count", 2)), Language.ENGLISH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("list");
    }

    @Test
    void refusesToLoadKeyThatLacksOneLanguage(@TempDir Path folder) throws IOException {
        write(folder, "en", "problems:\n  lonely: \"Only English.\"\n");
        write(folder, "zh-Hant", "problems: {}\n");
        write(folder, "zh-Hans", "problems: {}\n");

        try (var classPath = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            assertThatThrownBy(() -> new Texts(classPath))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("lonely")
                    .hasMessageContaining("zh-Hant");
        }
    }

    private static void write(Path folder, String language, String yaml) throws IOException {
        Files.createDirectories(folder.resolve("texts"));
        Files.writeString(folder.resolve("texts").resolve(language + ".yaml"), yaml);
    }

    private String problem(Wording wording, Language language) {
        return texts.render(TextSection.PROBLEMS, wording, language);
    }
}
