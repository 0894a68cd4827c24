package hk.itf.applications.notice;

import static hk.itf.model.NamedValue.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.applications.notice.Notices.Notice;
import hk.itf.infra.text.Language;
import hk.itf.infra.text.TextSection;
import hk.itf.infra.text.Texts;
import hk.itf.model.Wording;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.Uuids;
import hk.itf.model.json.Json;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.LocalisedText;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NoticeViewTest {

    private static final LocalisedText BODY = Texts.loaded()
            .inAllLanguages(
                    TextSection.NOTICES,
                    Wording.of(
                            "offer-made",
                            value("awarded", Money.hkd(540_000)),
                            value("acceptBy", LocalDate.of(2026, 12, 31))));

    @Test
    void showsTheBodyInTheLanguageOfTheReader() {
        assertThat(NoticeView.of(notice(), Language.ENGLISH).body())
                .isEqualTo("You are offered HK$540,000.00. Accept the offer by 31 December 2026.");
        assertThat(NoticeView.of(notice(), Language.TRADITIONAL_CHINESE).body())
                .isEqualTo("現向你發出HK$540,000.00的資助通知。請在2026年12月31日或之前接受。");
        assertThat(NoticeView.of(notice(), Language.SIMPLIFIED_CHINESE).body())
                .isEqualTo("现向你发出HK$540,000.00的资助通知。请在2026年12月31日或之前接受。");
    }

    @Test
    void fileOfTheRelayCarriesAllLanguages() {
        var body = Json.read(Json.write(notice()), JsonNode.class).get("body");
        assertThat(body.get("en").asText()).isEqualTo(BODY.en());
        assertThat(body.get("zh-Hant").asText()).isEqualTo(BODY.zhHant());
        assertThat(body.get("zh-Hans").asText()).isEqualTo(BODY.zhHans());
    }

    @Test
    void noticeOfWaitingAwardNamesTheReason() {
        assertThat(waiting("DEBT")).contains("overdue debt");
        assertThat(waiting("FUNDS")).contains("funds of the scheme");
    }

    private static String waiting(String reason) {
        return Texts.loaded()
                .render(
                        TextSection.NOTICES,
                        Wording.of("award-waiting", value("amount", Money.hkd(1)), value("reason", reason)),
                        Language.ENGLISH);
    }

    private static Notice notice() {
        return new Notice(
                Uuids.next(),
                OrganisationId.next(),
                GrantId.next(),
                "offer-made",
                BODY,
                Instant.parse("2026-11-02T01:00:00Z"));
    }
}
