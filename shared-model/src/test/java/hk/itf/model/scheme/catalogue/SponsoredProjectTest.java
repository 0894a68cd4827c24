package hk.itf.model.scheme.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.model.Violation;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.allowance.RemainingAllowances;
import hk.itf.model.scheme.question.Answer;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.Facts;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.value.SchemeRef;
import hk.itf.model.scheme.vetting.EligibilityOutcome;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Worked examples of schemes with sponsors, and of a scheme with batches. */
class SponsoredProjectTest {

    private final SchemeCatalogue catalogue = SchemeCatalogue.of(SchemeCatalogue.shipped());
    private final Scheme platform = shipped("itsp-platform");
    private final Scheme seed = shipped("itsp-seed");

    @Test
    void requiresTenPercentSponsorship() {
        assertThat(failed(platform, sponsored(1_000_000, 90_000, 0)))
                .containsExactly("Companies sponsor at least 10% of the total project cost.");
        assertThat(failed(platform, sponsored(1_000_000, 60_000, 40_000))).isEmpty();
    }

    @Test
    void waiverRequiresReasonAndSupportLetter() {
        var waived = new HashMap<>(sponsored(1_000_000, 0, 0).byQuestion());
        waived.put(QuestionId.of("waiver"), new Answer.OfYesNo(true));
        assertThat(required(new Answers(waived))).containsExactly("support-letter");
        assertThat(platform.missing(new Facts(new Answers(waived), "rd-centre")))
                .extracting(Violation::pointer)
                .contains("/answers/waiver-reason");
        assertThat(failed(platform, new Answers(waived))).isEmpty();
        assertThat(required(sponsored(1_000_000, 100_000, 0))).isEmpty();
    }

    private List<String> required(Answers answers) {
        return platform.documents().stream()
                .filter(document -> document.isRequiredFor(new Facts(answers, "rd-centre")))
                .map(document -> document.id().value())
                .toList();
    }

    @Test
    void grantsCostLessSponsorship() {
        assertThat(platform.funding()
                        .evaluate(sponsored(1_100_000, 60_000, 50_000), RemainingAllowances.NONE)
                        .amount())
                .isEqualTo(Money.hkd(990_000));
    }

    @Test
    void claimableAmountIsSpendingLessSponsorship() {
        var answers = sponsored(1_100_000, 60_000, 50_000);
        assertThat(platform.funding().claimable(answers, 1, Money.hkd(1_000_000)))
                .isEqualTo(Money.hkd(890_000));
        assertThat(platform.funding().claimable(answers, 1, Money.hkd(5_000_000)))
                .isEqualTo(Money.hkd(990_000));
        assertThat(platform.funding().claimable(answers, 1, Money.hkd(50_000))).isEqualTo(Money.ZERO);
    }

    @Test
    void seedProjectCapDependsOnLeadOrganisation() {
        assertThat(seed.funding()
                        .evaluate(led("rd-centre"), RemainingAllowances.NONE)
                        .amount())
                .isEqualTo(Money.hkd(2_800_000));
        assertThat(seed.funding()
                        .evaluate(led("other"), RemainingAllowances.NONE)
                        .amount())
                .isEqualTo(Money.hkd(1_400_000));
        assertThat(EligibilityOutcome.of(seed.eligibility(), new Facts(led("rd-centre"), "university"))
                        .eligible())
                .isFalse();
    }

    @Test
    void assignsApplicationToNextCutOff() {
        var window = shipped("gsp").window();
        assertThat(window.cutOff(LocalDate.of(2026, 10, 31))).contains(LocalDate.of(2026, 10, 31));
        assertThat(window.cutOff(LocalDate.of(2026, 11, 1))).contains(LocalDate.of(2027, 4, 30));
        assertThat(platform.window().cutOff(LocalDate.of(2026, 11, 1))).isEmpty();
    }

    private Scheme shipped(String id) {
        return catalogue.get(SchemeRef.of(id, 1)).orElseThrow();
    }

    private static List<String> failed(Scheme scheme, Answers answers) {
        return EligibilityOutcome.of(scheme.eligibility(), new Facts(answers, "rd-centre")).failed().stream()
                .map(rule -> rule.sentence().en())
                .toList();
    }

    private static Answers sponsored(long cost, long cash, long inKind) {
        return new Answers(Map.of(
                QuestionId.of("waiver"), new Answer.OfYesNo(false),
                QuestionId.of("cost"), new Answer.OfMoney(Money.hkd(cost)),
                QuestionId.of("sponsors"),
                        new Answer.OfRows(List.of(new Answers(Map.of(
                                QuestionId.of("is-company"), new Answer.OfYesNo(true),
                                QuestionId.of("cash"), new Answer.OfMoney(Money.hkd(cash)),
                                QuestionId.of("in-kind"), new Answer.OfMoney(Money.hkd(inKind))))))));
    }

    private static Answers led(String by) {
        return new Answers(Map.of(
                QuestionId.of("lead"), new Answer.OfChoice(by),
                QuestionId.of("cost"), new Answer.OfMoney(Money.hkd(5_000_000))));
    }
}
