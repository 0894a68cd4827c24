package hk.itf.applications.papers;

import hk.itf.applications.application.ApplicantAccess;
import hk.itf.applications.claim.Claims;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PaperId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Detaches a paper from a claim in draft or sent back for clarification. File and row stay, for auditors only. */
@ApplicationScoped
class DetachPaper {

    record Command(GrantId application, ClaimId claim, PaperId paper, PersonId by) {}

    private final ApplicantAccess access;
    private final Claims claims;
    private final Papers papers;
    private final Timeline timeline;
    private final Clock clock;

    DetachPaper(ApplicantAccess access, Claims claims, Papers papers, Timeline timeline, Clock clock) {
        this.access = access;
        this.claims = claims;
        this.papers = papers;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    void handle(Command command) {
        var now = clock.instant();
        var application = access.lockAsEditor(command.application(), command.by());
        claims.beginPaperChange(application.id(), command.claim());
        if (!papers.detach(command.claim(), command.paper(), now)) {
            throw DomainException.notFound("paper");
        }
        timeline.note(application.id(), "paper/" + command.paper(), "DETACH", command.by(), "", now);
    }
}
