package hk.itf.model.scheme.catalogue;

import hk.itf.model.scheme.LaterStage;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.Window;
import hk.itf.model.scheme.allowance.Allowance;
import hk.itf.model.scheme.funding.FundingFormula;
import hk.itf.model.scheme.question.AnswerKind;
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

/** What neither the JSON Schema nor one record alone can see: that the parts of a scheme fit each other. */
final class SchemeCrossChecks {

    private final Map<String, String> faults = new LinkedHashMap<>();
    private final Scheme scheme;
    private final QuestionChecks checks;

    private SchemeCrossChecks(Scheme scheme) {
        this.scheme = scheme;
        this.checks = new QuestionChecks(scheme.questions(), scheme.allowances(), faults);
    }

    /** Faults by path; empty when the scheme fits together. */
    static Map<String, String> of(Scheme scheme) {
        var crossChecks = new SchemeCrossChecks(scheme);
        crossChecks.run();
        return crossChecks.faults;
    }

    private void run() {
        unique("/questions", scheme.questions(), question -> question.id().value());
        unique("/eligibility", scheme.eligibility(), rule -> rule.id().value());
        unique("/allowances", scheme.allowances(), allowance -> allowance.id().value());
        unique("/vetting", scheme.vetting(), ReviewStage::name);
        unique("/documents", scheme.documents(), document -> document.id().value());
        unique(
                "/claims/documents",
                scheme.claims().documents(),
                document -> document.id().value());

        for (var question : scheme.questions()) {
            if (question.when() != null) {
                checks.known(
                        "/questions/" + question.id() + "/when", question.when().questions());
            }
        }
        for (var rule : scheme.eligibility()) {
            checks.known("/eligibility/" + rule.id() + "/passes", rule.passes().questions());
            if (rule.when() != null) {
                checks.known("/eligibility/" + rule.id() + "/when", rule.when().questions());
            }
        }
        scheme.documents().stream()
                .filter(document -> document.when() != null)
                .forEach(document -> checks.known(
                        "/documents/" + document.id() + "/when", document.when().questions()));
        for (var i = 0; i < scheme.consistency().size(); i++) {
            var path = "/consistency/" + i;
            checks.consistency(path, scheme.consistency().get(i));
            if (scheme.consistency().get(i) instanceof ConsistencyRule.AfterPreviousStage) {
                faults.put(path, "there is no stage before the first");
            }
        }
        checks.known("/funding", scheme.funding().questions());
        checks.funding("/funding", scheme.funding(), false);
        for (var allowance : scheme.allowances()) {
            var path = "/allowances/" + allowance.id();
            if (allowance.subject() instanceof Allowance.Subject.Named(var question)) {
                checks.answers(path + "/subject/question", question, AnswerKind.OfText.class);
            }
            if (allowance.subject() instanceof Allowance.Subject.EachRow(var question, var column)) {
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
                        faults.put(path + "/period", "the scheme has no calls");
                    }
                }
                case Allowance.Period.Lifetime() -> {
                    // nothing to look up
                }
            }
            if (allowance.when() != null) {
                checks.known(path + "/when", allowance.when().questions());
            }
        }
        var by = scheme.pledge().by();
        if (by != null) {
            checks.choice("/pledge/by", by, scheme.pledge().workingDays().keySet());
        }
        if (scheme.effective().chosenBy() instanceof Scheme.ReferenceDate.Answered(var question)) {
            checks.answers("/effective/chosen-by/question", question, AnswerKind.OfDate.class);
        }
        if (scheme.window() instanceof Window.Calls(var allYearFor, var lead, var source) && allYearFor != null) {
            checks.known("/window/all-year-for", allYearFor.questions());
        }
        var ahead = scheme.window().lead();
        if (ahead != null) {
            checks.answers("/window/lead/before", ahead.before(), AnswerKind.OfDate.class);
        }
        checks.tranches("/tranches", scheme.tranches());
        if (scheme.tranches() instanceof TranchePlanRule.NoTranches
                && !(scheme.funding() instanceof FundingFormula.NoFunding)) {
            faults.put("/tranches", "what is granted has to be paid somehow");
        }
        gates("/tranches", scheme.tranches());
        panels();
        for (var stage : scheme.stages()) {
            laterStage("/stages/" + stage.id(), stage);
        }
        variations();
        var lines = scheme.claims().lines();
        if (lines != null) {
            checks.answers("/claims/lines/rows", lines.rows(), AnswerKind.OfRows.class);
            evidence("/claims/lines/consistency", lines);
        }
        var register = scheme.register();
        if (register != null) {
            checks.answers("/register/until", register.until(), AnswerKind.OfDate.class);
            checks.known("/register/facts", Set.copyOf(register.facts()));
            if (scheme.questions().stream()
                    .anyMatch(
                            question -> question.personal() && register.facts().contains(question.id()))) {
                faults.put("/register/facts", "an entry tells nothing personal");
            }
        }
        documentsOfClaims();
        deciders();
        if (scheme.vetting().isEmpty() || !(scheme.vetting().getLast() instanceof ReviewStage.Decision)) {
            faults.put("/vetting", "the route ends with a decision");
        }
        var until = scheme.effective().until();
        var from = scheme.effective().from();
        if (until != null && from != null && until.isBefore(from)) {
            faults.put("/effective/until", "a version ends on or after the day it starts");
        }
    }

    /** A gate that nothing meets would keep its tranche waiting for ever. */
    private void gates(String path, TranchePlanRule rule) {
        var met = EnumSet.of(Gate.AGREEMENT_SIGNED, Gate.PAYEE_VERIFIED);
        met.addAll(scheme.claims().meets());
        scheme.claims().others().forEach(other -> met.addAll(other.meets()));
        rule.gates().stream()
                .filter(gate -> !met.contains(gate))
                .forEach(gate -> faults.put(path + "/gates", "no claim of the scheme meets " + gate));
    }

    private void panels() {
        var advises = scheme.claims().others().stream().anyMatch(ClaimRule.NonMoneyClaim::panel);
        if (advises && scheme.stage("PANEL").isEmpty()) {
            faults.put("/claims/others", "the route has no panel that could advise");
        }
    }

    private void evidence(String path, ClaimRule.Lines lines) {
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
        var asked = new QuestionChecks(columns, List.of(), faults);
        for (var i = 0; i < lines.consistency().size(); i++) {
            asked.consistency(path + "/" + i, lines.consistency().get(i));
        }
    }

    private void documentsOfClaims() {
        for (var document : scheme.claims().documents()) {
            var path = "/claims/documents/" + document.id();
            document.kinds().stream()
                    .filter(kind -> kind != ClaimKind.PAYMENT && kind != ClaimKind.ADVANCE)
                    .filter(kind -> scheme.claims().nonMoneyClaim(kind).isEmpty())
                    .forEach(kind -> faults.put(path + "/kinds", "the scheme has no claims of kind " + kind));
        }
    }

    /** Who passes a stage decides on the grant: the same role, and authorities that the route knows. */
    private void deciders() {
        var decision = scheme.vetting().stream()
                .flatMap(stage -> stage instanceof ReviewStage.Decision each ? Stream.of(each) : Stream.empty())
                .findFirst();
        for (var other : scheme.claims().others()) {
            var path = "/claims/others/"
                    + other.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            var decides = decision.filter(each -> each.role().equals(other.role()));
            if (other.kind().isDecided() && decides.isEmpty()) {
                faults.put(path + "/role", "a stage is passed by the role that decides on the case");
            }
            if (decides.isPresent()
                    && !decides.get().authorities().stream()
                            .map(ReviewStage.Authority::id)
                            .map(Object::toString)
                            .collect(Collectors.toSet())
                            .containsAll(other.authorities())) {
                faults.put(path + "/authorities", "the decision knows no such authority");
            }
        }
    }

    private void laterStage(String path, LaterStage stage) {
        unique(path + "/questions", stage.questions(), question -> question.id().value());
        var when = stage.when();
        if (when != null) {
            checks.known(path + "/when", when.questions());
        }
        var asked = new QuestionChecks(stage.questions(), List.of(), faults);
        for (var rule : stage.eligibility()) {
            asked.known(path + "/eligibility/" + rule.id(), rule.passes().questions());
        }
        consistency(path + "/consistency", stage);
        asked.known(path + "/funding", stage.funding().questions());
        asked.funding(path + "/funding", stage.funding(), false);
        asked.tranches(path + "/tranches", stage.tranches());
        gates(path + "/tranches", stage.tranches());
        if (stage.tranches().gates().stream()
                .anyMatch(gate -> gate == Gate.CLAIM_ACCEPTED || gate == Gate.ACCOUNTS_ACCEPTED)) {
            faults.put(path + "/tranches/gates", "claims of money are worked out from the first stage alone");
        }
        if (scheme.claims().nonMoneyClaim(ClaimKind.STAGE_GATE).isEmpty()) {
            faults.put(path, "no claim of the scheme ends the stage before");
        }
    }

    /** It may look at what was answered before, but finds fault with an answer of the stage alone. */
    private void consistency(String path, LaterStage stage) {
        var all = Stream.concat(scheme.questions().stream(), stage.questions().stream())
                .toList();
        var everything = new QuestionChecks(all, List.of(), faults);
        for (var i = 0; i < stage.consistency().size(); i++) {
            var rule = stage.consistency().get(i);
            everything.consistency(path + "/" + i, rule);
            if (rule instanceof ConsistencyRule.SumAtMost(var counts, var most, var source)
                    && stage.questionnaire().question(counts.getLast()).isEmpty()) {
                faults.put(path + "/" + i, "the last count is asked in the stage");
            }
        }
    }

    /** What a cap counts a case by stays as it was. */
    private void variations() {
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
                .forEach(question -> faults.put("/variations/questions", "a cap counts cases by " + question));
    }

    private <T> void unique(String path, Collection<T> parts, Function<T, String> id) {
        var seen = new HashSet<String>();
        parts.stream()
                .map(id)
                .filter(each -> !seen.add(each))
                .forEach(twice -> faults.put(path + "/" + twice, "this id is used twice"));
    }
}
