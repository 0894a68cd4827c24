package hk.itf.assessment.reviewcase;

import hk.itf.model.DomainException;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.tranche.ClaimKind;
import java.util.List;
import java.util.Optional;

/**
 * The stages that a case goes through, in order. An application goes through those of its scheme. Claims are vetted and
 * amendments decided, after the advice of the panel where the scheme wants it: of claims by their kind, of amendments
 * when the next stage of the grant is asked for.
 */
public record VettingRoute(List<Stage> inOrder) {

    public VettingRoute {
        inOrder = List.copyOf(inOrder);
    }

    public static VettingRoute ofApplication(Scheme scheme) {
        return new VettingRoute(scheme.vetting().stream().map(Stage::of).toList());
    }

    public static VettingRoute ofClaim(Scheme scheme, ClaimKind kind) {
        return advised(scheme.claims().vetting(kind).panel(), Stage.CLAIM_VETTING);
    }

    public static VettingRoute ofAmendment(Scheme scheme, AmendmentKind kind) {
        var advised = switch (kind) {
            case NEXT_STAGE -> scheme.stage(Stage.PANEL.name()).isPresent();
            case EARLY_END, VARIATION, TERMINATION -> false;
        };
        return advised(advised, Stage.DECISION);
    }

    public static VettingRoute of(ReviewCase reviewCase, Scheme scheme) {
        return switch (reviewCase.subjectOf().kind()) {
            case APPLICATION -> ofApplication(scheme);
            case CLAIM -> ofClaim(scheme, reviewCase.claimFiling().kind());
            case AMENDMENT -> ofAmendment(scheme, reviewCase.amendmentFiling().kind());
        };
    }

    private static VettingRoute advised(boolean byPanel, Stage last) {
        return new VettingRoute(byPanel ? List.of(Stage.PANEL, last) : List.of(last));
    }

    public Stage first() {
        return inOrder.getFirst();
    }

    public Optional<Stage> after(Stage stage) {
        var after = inOrder.indexOf(stage) + 1;
        return after > 0 && after < inOrder.size() ? Optional.of(inOrder.get(after)) : Optional.empty();
    }

    /** @throws DomainException {@code not-recommended} where the panel has a say and did not support the case */
    public void requireSupport(Optional<Recommendation> advised) {
        if (inOrder.contains(Stage.PANEL)
                && !advised.map(Recommendation::supported).orElse(false)) {
            throw DomainException.broken(
                    "not-recommended", "The panel did not support this, so it can only be turned down.");
        }
    }

    public boolean isBefore(Stage earlier, Stage later) {
        return inOrder.indexOf(earlier) < inOrder.indexOf(later);
    }
}
