package hk.itf.applications.papers;

import static hk.itf.model.NamedValue.value;

import hk.itf.applications.application.ApplicantAccess;
import hk.itf.applications.application.PinnedRules;
import hk.itf.applications.claim.Claims;
import hk.itf.applications.papers.PaperIntake.Place;
import hk.itf.applications.papers.PaperIntake.Upload;
import hk.itf.applications.papers.Papers.Paper;
import hk.itf.applications.scheme.Schemes;
import hk.itf.model.DomainException;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Attaches a file to an application or a claim in draft, or sent back for clarification. */
@ApplicationScoped
class AttachPaper {

    record ToApplication(GrantId application, Upload upload, PersonId by) {}

    record ToClaim(GrantId application, ClaimId claim, Upload upload, PersonId by) {}

    private final ApplicantAccess access;
    private final PinnedRules pinnedRules;
    private final Schemes schemes;
    private final Claims claims;
    private final PaperIntake intake;

    AttachPaper(ApplicantAccess access, PinnedRules pinnedRules, Schemes schemes, Claims claims, PaperIntake intake) {
        this.access = access;
        this.pinnedRules = pinnedRules;
        this.schemes = schemes;
        this.claims = claims;
        this.intake = intake;
    }

    @Transactional
    Paper handle(ToApplication command) {
        var application = access.lockAsEditor(command.application(), command.by());
        if (!application.isEditable()) {
            throw DomainException.conflict("not-editable.papers", value("status", application.status()));
        }
        var scheme = application.pinned().map(schemes::get).orElseGet(() -> schemes.newest(application.scheme()));
        var document = scheme.documents().stream()
                .filter(each -> each.id().value().equals(command.upload().document()))
                .findFirst()
                .orElseThrow(PaperIntake::unknownDocument);
        var place = new Place(application.id(), null, document.id(), document.personal(), document.blindSafe(), false);
        return intake.keep(place, command.upload(), command.by());
    }

    @Transactional
    Paper handle(ToClaim command) {
        var application = access.lockAsEditor(command.application(), command.by());
        var kind = claims.beginPaperChange(application.id(), command.claim());
        var document = pinnedRules.of(application).claims().documentsOf(kind).stream()
                .filter(each -> each.id().value().equals(command.upload().document()))
                .findFirst()
                .orElseThrow(PaperIntake::unknownDocument);
        var place = new Place(
                application.id(), command.claim(), document.id(), document.personal(), false, document.once());
        return intake.keep(place, command.upload(), command.by());
    }
}
