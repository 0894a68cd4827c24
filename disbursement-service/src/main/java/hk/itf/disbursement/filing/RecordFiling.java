package hk.itf.disbursement.filing;

import hk.itf.model.event.ApplicationEvent.AmendmentResubmitted;
import hk.itf.model.event.ApplicationEvent.AmendmentSubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationResubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationSubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimResubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimSubmitted;
import hk.itf.model.filing.FiledApplication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Records each revision of what applicants have filed, for the comparison with the decision. */
@ApplicationScoped
@Transactional
public class RecordFiling {

    private final FiledApplications applications;
    private final FiledClaims claims;
    private final FiledAmendments amendments;

    RecordFiling(FiledApplications applications, FiledClaims claims, FiledAmendments amendments) {
        this.applications = applications;
        this.claims = claims;
        this.amendments = amendments;
    }

    public void on(ApplicationSubmitted submitted) {
        applications.add(submitted.grant(), FiledApplication.of(submitted.filing()));
    }

    public void on(ApplicationResubmitted resubmitted) {
        applications.add(resubmitted.grant(), FiledApplication.of(resubmitted.filing()));
    }

    public void on(ClaimSubmitted submitted) {
        claims.add(submitted.grant(), submitted.claim(), submitted.filing());
    }

    public void on(ClaimResubmitted resubmitted) {
        claims.add(resubmitted.grant(), resubmitted.claim(), resubmitted.filing());
    }

    public void on(AmendmentSubmitted submitted) {
        amendments.add(submitted.grant(), submitted.amendment(), submitted.filing());
    }

    public void on(AmendmentResubmitted resubmitted) {
        amendments.add(resubmitted.grant(), resubmitted.amendment(), resubmitted.filing());
    }
}
