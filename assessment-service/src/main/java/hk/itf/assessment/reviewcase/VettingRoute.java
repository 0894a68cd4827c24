package hk.itf.assessment.reviewcase;

import hk.itf.model.DomainException;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.tranche.ClaimKind;
import java.util.List;
import java.util.Optional;

/**
 * The ordered stages of one case. An application takes the stages of its scheme. A claim is vetted and an amendment is
 * decided. The panel advises first on kinds of claim for which the scheme says so, and on amendments of kind
 * {@code NEXT_STAGE} if the scheme has a panel.
 */
public record VettingRoute(List<Stage> inOrder) {

    public VettingRoute {
        inOrder = List.copyOf(inOrder);
    }

    public static VettingRoute ofApplication(Scheme scheme) {
        return new VettingRoute(scheme.vetting().stream().map(Stage::of).toList());
    }

    public static VettingRoute ofClaim(Scheme scheme, ClaimKind kind) {
        return withPanel(scheme.claims().vetting(kind).panel(), Stage.CLAIM_VETTING);
    }

    public static VettingRoute ofAmendment(Scheme scheme, AmendmentKind kind) {
        var advised = switch (kind) {
            case NEXT_STAGE -> scheme.stage(Stage.PANEL.name()).isPresent();
            case EARLY_END, VARIATION, TERMINATION -> false;
        };
        return withPanel(advised, Stage.DECISION);
    }

    public static VettingRoute of(ReviewCase reviewCase, Scheme scheme) {
        return switch (reviewCase.subjectOf().kind()) {
            case APPLICATION -> ofApplication(scheme);
            case CLAIM -> ofClaim(scheme, reviewCase.claimFiling().kind());
            case AMENDMENT -> ofAmendment(scheme, reviewCase.amendmentFiling().kind());
        };
    }

    private static VettingRoute withPanel(boolean byPanel, Stage last) {
        return new VettingRoute(byPanel ? List.of(Stage.PANEL, last) : List.of(last));
    }

    public Stage first() {
        return inOrder.getFirst();
    }

    public Optional<Stage> after(Stage stage) {
        var after = inOrder.indexOf(stage) + 1;
        return after > 0 && after < inOrder.size() ? Optional.of(inOrder.get(after)) : Optional.empty();
    }

    /** @throws DomainException {@code not-recommended} if the route has a panel and the panel did not support the case */
    public void requirePanelSupport(Optional<Recommendation> advised) {
        if (inOrder.contains(Stage.PANEL)
                && !advised.map(Recommendation::supported).orElse(false)) {
            throw DomainException.broken("not-recommended");
        }
    }

    public boolean isBefore(Stage earlier, Stage later) {
        return inOrder.indexOf(earlier) < inOrder.indexOf(later);
    }
}
