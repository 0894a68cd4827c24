package hk.itf.model.scheme.catalogue;

import hk.itf.model.scheme.LaterStage;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.Window;
import hk.itf.model.scheme.allowance.Allowance;
import hk.itf.model.scheme.funding.FundingFormula;
import hk.itf.model.scheme.question.AnswerKind;
import hk.itf.model.scheme.question.Condition;
import hk.itf.model.scheme.question.ConsistencyRule;
import hk.itf.model.scheme.question.Question;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.ClaimRule;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.tranche.TranchePlanRule;
import hk.itf.model.scheme.vetting.ReviewStage;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks that the parts of a scheme fit each other. The JSON Schema and the single records cannot check that. */
final class SchemeCrossChecks {

    private final Map<String, String> faults = new LinkedHashMap<>();
    private final Scheme scheme;
    private final QuestionChecks checks;

    private SchemeCrossChecks(Scheme scheme) {
        this.scheme = scheme;
        this.checks = new QuestionChecks(scheme.questions(), scheme.allowances(), faults);
    }

    /** The faults by path; empty when there are none. */
    static Map<String, String> of(Scheme scheme) {
        var crossChecks = new SchemeCrossChecks(scheme);
        crossChecks.run();
        return crossChecks.faults;
    }

    private void run() {
        checkIds();
        checkConditions();
        checkConsistencyRules();
        checks.known("/funding", scheme.funding().questions());
        checks.funding("/funding", scheme.funding(), false);
        scheme.allowances().forEach(this::checkAllowance);
        checkDates();
        checkPledge();
        checkTranches();
        checkPanel();
        scheme.stages().forEach(stage -> checkLaterStage("/stages/" + stage.id(), stage));
        checkVariations();
        checkClaimLines();
        checkRegister();
        checkClaimDocuments();
        checkStageGateDeciders();
        if (scheme.vetting().isEmpty() || !(scheme.vetting().getLast() instanceof ReviewStage.Decision)) {
            faults.put("/vetting", "the last stage must be a decision");
        }
    }

    private void checkIds() {
        unique("/questions", scheme.questions(), question -> question.id().value());
        unique("/eligibility", scheme.eligibility(), rule -> rule.id().value());
        unique("/allowances", scheme.allowances(), allowance -> allowance.id().value());
        unique("/vetting", scheme.vetting(), ReviewStage::name);
        unique("/documents", scheme.documents(), document -> document.id().value());
        unique(
                "/claims/documents",
                scheme.claims().documents(),
                document -> document.id().value());
    }

    private void checkConditions() {
        scheme.questions().forEach(question -> condition("/questions/" + question.id() + "/when", question.when()));
        for (var rule : scheme.eligibility()) {
            condition("/eligibility/" + rule.id() + "/passes", rule.passes());
            condition("/eligibility/" + rule.id() + "/when", rule.when());
        }
        scheme.documents().forEach(document -> condition("/documents/" + document.id() + "/when", document.when()));
    }

    private void condition(String path, @Nullable Condition condition) {
        if (condition != null) {
            checks.known(path, condition.questions());
        }
    }

    private void checkConsistencyRules() {
        for (var i = 0; i < scheme.consistency().size(); i++) {
            var path = "/consistency/" + i;
            checks.consistency(path, scheme.consistency().get(i));
            if (scheme.consistency().get(i) instanceof ConsistencyRule.AfterPreviousStage) {
                faults.put(path, "after-former-stage is for the consistency rules of a later stage only");
            }
        }
    }

    private void checkAllowance(Allowance allowance) {
        var path = "/allowances/" + allowance.id();
        switch (allowance.subject()) {
            case Allowance.Subject.Organisation() -> {
                // no question to check
            }
            case Allowance.Subject.Named(var question) ->
                checks.answers(path + "/subject/question", question, AnswerKind.OfText.class);
            case Allowance.Subject.EachRow(var question, var column) ->
                checks.column(path + "/subject/column", question, column, AnswerKind.OfText.class);
        }
        switch (allowance.period()) {
            case Allowance.Period.DateOverlap(var from, var months) -> {
                checks.answers(path + "/period/from", from, AnswerKind.OfDate.class);
                checks.answers(path + "/period/months", months, AnswerKind.OfCount.class);
            }
            case Allowance.Period.FinancialYear(var date) ->
                checks.answers(path + "/period/date", date, AnswerKind.OfDate.class);
            case Allowance.Period.OneCall() -> {
                if (!(scheme.window() instanceof Window.Calls)) {
                    faults.put(path + "/period", "the period is a call, but the window of the scheme has no calls");
                }
            }
            case Allowance.Period.Lifetime() -> {
                // no question to check
            }
        }
        condition(path + "/when", allowance.when());
    }

    private void checkDates() {
        var until = scheme.effective().until();
        var from = scheme.effective().from();
        if (until != null && from != null && until.isBefore(from)) {
            faults.put("/effective/until", "the last day must not be before the first day");
        }
        if (scheme.effective().chosenBy() instanceof Scheme.ReferenceDate.Answered(var question)) {
            checks.answers("/effective/chosen-by/question", question, AnswerKind.OfDate.class);
        }
        if (scheme.window() instanceof Window.Calls calls) {
            condition("/window/all-year-for", calls.allYearFor());
        }
        var leadTime = scheme.window().lead();
        if (leadTime != null) {
            checks.answers("/window/lead/before", leadTime.before(), AnswerKind.OfDate.class);
        }
    }

    private void checkPledge() {
        var by = scheme.pledge().by();
        if (by != null) {
            checks.choice("/pledge/by", by, scheme.pledge().workingDays().keySet());
        }
    }

    private void checkTranches() {
        checks.tranches("/tranches", scheme.tranches());
        if (scheme.tranches() instanceof TranchePlanRule.NoTranches
                && !(scheme.funding() instanceof FundingFormula.NoFunding)) {
            faults.put("/tranches", "the scheme grants money, so it needs tranches");
        }
        checkGates("/tranches", scheme.tranches());
    }

    private void checkClaimLines() {
        var lines = scheme.claims().lines();
        if (lines != null) {
            checks.answers("/claims/lines/rows", lines.rows(), AnswerKind.OfRows.class);
            checkEvidence("/claims/lines/consistency", lines);
        }
    }

    private void checkRegister() {
        var register = scheme.register();
        if (register != null) {
            checks.answers("/register/until", register.until(), AnswerKind.OfDate.class);
            checks.known("/register/facts", Set.copyOf(register.facts()));
            if (scheme.questions().stream()
                    .anyMatch(
                            question -> question.personal() && register.facts().contains(question.id()))) {
                faults.put("/register/facts", "a register entry must not show a personal answer");
            }
        }
    }

    /** Checks that some claim meets each gate; a tranche with another gate could never be paid. */
    private void checkGates(String path, TranchePlanRule rule) {
        // Accepting the offer and verifying the bank details meet these two gates without a claim.
        var met = EnumSet.of(Gate.AGREEMENT_SIGNED, Gate.PAYEE_VERIFIED);
        met.addAll(scheme.claims().meets());
        scheme.claims().others().forEach(other -> met.addAll(other.meets()));
        rule.gates().stream()
                .filter(gate -> !met.contains(gate))
                .forEach(gate -> faults.put(path + "/gates", "no claim of the scheme meets the gate " + word(gate)));
    }

    private void checkPanel() {
        var advises = scheme.claims().others().stream().anyMatch(ClaimRule.NonMoneyClaim::panel);
        if (advises && scheme.stage("PANEL").isEmpty()) {
            faults.put("/claims/others", "a claim needs the advice of a panel, but the vetting route has no panel");
        }
    }

    private void checkEvidence(String path, ClaimRule.Lines lines) {
        var columns = lines.evidence().stream()
                .map(column -> new Question(
                        column.id(),
                        column.label(),
                        "evidence",
                        column.answer(),
                        Set.of(),
                        null,
                        column.optional(),
                        scheme.claims().source()))
                .toList();
        var ownQuestions = new QuestionChecks(columns, List.of(), faults);
        for (var i = 0; i < lines.consistency().size(); i++) {
            ownQuestions.consistency(path + "/" + i, lines.consistency().get(i));
        }
    }

    private void checkClaimDocuments() {
        for (var document : scheme.claims().documents()) {
            var path = "/claims/documents/" + document.id();
            document.kinds().stream()
                    .filter(kind -> kind != ClaimKind.PAYMENT && kind != ClaimKind.ADVANCE)
                    .filter(kind -> scheme.claims().nonMoneyClaim(kind).isEmpty())
                    .forEach(kind -> faults.put(path + "/kinds", "the scheme has no claims of the kind " + word(kind)));
        }
    }

    /** Checks that stage gates are decided by the role that decides applications, with authorities of the decision. */
    private void checkStageGateDeciders() {
        var decision = scheme.vetting().stream()
                .flatMap(stage -> stage instanceof ReviewStage.Decision each ? Stream.of(each) : Stream.empty())
                .findFirst();
        for (var other : scheme.claims().others()) {
            var path = "/claims/others/" + word(other.kind());
            var decides = decision.filter(each -> each.role().equals(other.role()));
            if (other.kind().isDecided() && decides.isEmpty()) {
                faults.put(path + "/role", "a stage gate needs the role of the decision stage");
            }
            if (decides.isPresent()
                    && !decides.get().authorities().stream()
                            .map(ReviewStage.Authority::id)
                            .map(Object::toString)
                            .collect(Collectors.toSet())
                            .containsAll(other.authorities())) {
                faults.put(path + "/authorities", "every authority must be one of the decision stage");
            }
        }
    }

    private void checkLaterStage(String path, LaterStage stage) {
        unique(path + "/questions", stage.questions(), question -> question.id().value());
        condition(path + "/when", stage.when());
        var ownQuestions = new QuestionChecks(stage.questions(), List.of(), faults);
        for (var rule : stage.eligibility()) {
            ownQuestions.known(path + "/eligibility/" + rule.id(), rule.passes().questions());
        }
        checkConsistencyRules(path + "/consistency", stage);
        ownQuestions.known(path + "/funding", stage.funding().questions());
        ownQuestions.funding(path + "/funding", stage.funding(), false);
        ownQuestions.tranches(path + "/tranches", stage.tranches());
        checkGates(path + "/tranches", stage.tranches());
        if (stage.tranches().gates().stream()
                .anyMatch(gate -> gate == Gate.CLAIM_ACCEPTED || gate == Gate.ACCOUNTS_ACCEPTED)) {
            faults.put(
                    path + "/tranches/gates",
                    "a later stage must not have the gates claim-accepted and accounts-accepted: money claims use the formula of the first stage");
        }
        if (scheme.claims().nonMoneyClaim(ClaimKind.STAGE_GATE).isEmpty()) {
            faults.put(path, "a later stage needs a stage-gate claim in claims/others");
        }
    }

    /** The rules of a later stage may read answers of the application, but the faulty answer must be one of the stage. */
    private void checkConsistencyRules(String path, LaterStage stage) {
        var both = Stream.concat(scheme.questions().stream(), stage.questions().stream())
                .toList();
        var allQuestions = new QuestionChecks(both, List.of(), faults);
        for (var i = 0; i < stage.consistency().size(); i++) {
            var rule = stage.consistency().get(i);
            allQuestions.consistency(path + "/" + i, rule);
            if (rule instanceof ConsistencyRule.SumAtMost(var counts, var most, var source)
                    && stage.questionnaire().question(counts.getLast()).isEmpty()) {
                faults.put(path + "/" + i, "the last count must be a question of this stage");
            }
        }
    }

    /** Checks that variations cannot change answers by which an allowance counts a grant. */
    private void checkVariations() {
        var rule = scheme.variations();
        if (rule == null) {
            return;
        }
        checks.known("/variations/questions", Set.copyOf(rule.questions()));
        var counted = scheme.allowances().stream()
                .flatMap(allowance -> allowance.questions().stream())
                .collect(Collectors.toSet());
        rule.questions().stream()
                .filter(counted::contains)
                .forEach(question -> faults.put(
                        "/variations/questions",
                        "the question " + question + " determines an allowance, so a variation must not change it"));
    }

    private <T> void unique(String path, Collection<T> parts, Function<T, String> id) {
        var seen = new HashSet<String>();
        parts.stream()
                .map(id)
                .filter(each -> !seen.add(each))
                .forEach(twice -> faults.put(path + "/" + twice, "this id is used twice"));
    }

    /** An enum constant as scheme files write it. */
    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
