package hk.itf.applications.claim;

import hk.itf.applications.application.Application;
import jakarta.enterprise.context.ApplicationScoped;

/** Builds the view of a claim, with its papers. */
@ApplicationScoped
class ClaimViews {

    private final ClaimPapers papers;

    ClaimViews(ClaimPapers papers) {
        this.papers = papers;
    }

    ClaimView of(Application application, Claim claim) {
        return ClaimView.of(claim, papers.of(claim.id()), papers.missing(application, claim));
    }
}
