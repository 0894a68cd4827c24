package hk.itf.assessment;

import hk.itf.model.event.ApplicationEvent.SchemeVersionPublished;
import hk.itf.model.id.PersonId;
import hk.itf.model.json.Sha256;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.catalogue.SchemeCatalogue;
import hk.itf.model.scheme.catalogue.SchemeReader;
import hk.itf.model.scheme.value.SchemeRef;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The scheme Research Talent Hub with an id and roles of its own, so that tests do not take tasks of other tests. */
public record TestScheme(String mark, String text, Scheme scheme) {

    private static final String PANEL = """
              - { kind: panel, role: panel-member, quorum: %d, source: "demo-default: for tests" }
            """;

    private static final String CLAIMS = """
              others:
                - { kind: report, role: secretariat, working-days: 5, meets: [report-accepted], panel: false, source: "demo-default: for tests" }
                - { kind: matching, role: secretariat, working-days: 5, meets: [matching-evidenced], panel: false, source: "demo-default: for tests" }
                - { kind: stage-gate, role: decision-authority, authorities: [commissioner], working-days: 5, meets: [], panel: true, source: "demo-default: for tests" }
            """;

    private static final String BUSINESS_REVIEW = """
              - kind: business-review
                role: assessor
                assessors: 1
                blind: false
                pass-mark: 70
                criteria:
                  - { id: market, label: { en: "Market", zh-Hant: "市場", zh-Hans: "市场" }, weight: 100 }
                source: "demo-default: for tests"
            """;

    public static TestScheme unpublished() {
        return changed(UnaryOperator.identity());
    }

    /** Adds a business review with one assessor and the criterion market after the technical review. */
    public static TestScheme withBusinessReview() {
        return changed(text -> beforeTheDecision(text, BUSINESS_REVIEW));
    }

    /** Replaces the technical review by a panel, which also advises on stage gates and next stages. */
    public static TestScheme withPanel(int quorum) {
        return changed(text -> beforeTheDecision(withoutTechnicalReview(text), PANEL.formatted(quorum)) + CLAIMS);
    }

    /** Adds a panel with a quorum of 2 after the technical review. */
    public static TestScheme withTechnicalReviewAndPanel() {
        return changed(text -> beforeTheDecision(text, PANEL.formatted(2)));
    }

    public static TestScheme changed(UnaryOperator<String> change) {
        var mark = "t" + UUID.randomUUID().toString().substring(0, 8);
        var text = change.apply(researchTalentHub())
                .replace("id: rth\n", "id: " + mark + "\n")
                .replace("role: secretariat", "role: secretariat-" + mark)
                .replace("role: assessor", "role: assessor-" + mark)
                .replace("role: panel-member", "role: panel-member-" + mark)
                .replace("role: decision-authority", "role: decision-authority-" + mark);
        return new TestScheme(mark, text, SchemeReader.read(mark, text).scheme());
    }

    private static String withoutTechnicalReview(String text) {
        var peers = text.indexOf("  - kind: technical-review");
        return text.substring(0, peers) + text.substring(text.indexOf("  - kind: decision"));
    }

    private static String beforeTheDecision(String text, String stage) {
        var decision = "  - kind: decision\n";
        return text.replace(decision, stage + decision);
    }

    private static String researchTalentHub() {
        return SchemeCatalogue.shipped().stream()
                .filter(file -> file.scheme().ref().equals(SchemeRef.of("rth", 2)))
                .findFirst()
                .orElseThrow()
                .text();
    }

    public SchemeRef ref() {
        return scheme.ref();
    }

    public SchemeVersionPublished publication() {
        return new SchemeVersionPublished(ref(), PersonId.SYSTEM, text, Sha256.of(text));
    }

    public String[] secretariatRoles() {
        return new String[] {Roles.SECRETARIAT, Roles.SECRETARIAT + "-" + mark};
    }

    public String[] assessorRoles() {
        return new String[] {Roles.ASSESSOR, Roles.ASSESSOR + "-" + mark};
    }

    public String[] memberRoles() {
        return new String[] {Roles.PANEL_MEMBER, Roles.PANEL_MEMBER + "-" + mark};
    }

    public String[] chairRoles() {
        return new String[] {Roles.PANEL_CHAIR, Roles.PANEL_MEMBER, Roles.PANEL_MEMBER + "-" + mark};
    }

    public String[] authorityRoles(String authority) {
        var role = Roles.DECISION_AUTHORITY + "-" + mark;
        return new String[] {Roles.DECISION_AUTHORITY, role, role + "/" + authority};
    }
}
