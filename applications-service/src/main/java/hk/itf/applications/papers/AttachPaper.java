package hk.itf.applications.papers;

import hk.itf.applications.ApplicationsSettings;
import hk.itf.applications.application.ApplicantAccess;
import hk.itf.applications.application.ApplicationStatus;
import hk.itf.applications.papers.Papers.Paper;
import hk.itf.applications.scheme.Schemes;
import hk.itf.infra.duty.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PaperId;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.CleanText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Attaches a file to a draft, or to a case that was sent back. */
@ApplicationScoped
class AttachPaper {

    record Command(GrantId application, String document, String name, byte[] content, PersonId by) {}

    private static final Pattern PLAIN_NAME = Pattern.compile("[^/\\\\\\p{Cntrl}\\uFFFD]{1,150}");

    private final ApplicantAccess access;
    private final Schemes schemes;
    private final Papers papers;
    private final PaperFiles files;
    private final ApplicationsSettings settings;
    private final Timeline timeline;
    private final Clock clock;

    AttachPaper(
            ApplicantAccess access,
            Schemes schemes,
            Papers papers,
            PaperFiles files,
            ApplicationsSettings settings,
            Timeline timeline,
            Clock clock) {
        this.access = access;
        this.schemes = schemes;
        this.papers = papers;
        this.files = files;
        this.settings = settings;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    Paper handle(Command command) {
        var now = clock.instant();
        var application = access.asEditor(command.application(), command.by());
        if (application.status() != ApplicationStatus.DRAFT && application.status() != ApplicationStatus.CLARIFYING) {
            throw DomainException.conflict(
                    "not-editable", "Papers can be attached to a draft, and while a clarification is asked for.");
        }
        var scheme = application.pinned().map(schemes::get).orElseGet(() -> schemes.newest(application.scheme()));
        var document = scheme.documents().stream()
                .filter(each -> each.id().value().equals(command.document()))
                .findFirst()
                .orElseThrow(() -> fault("unknown-document", "The scheme does not ask for such a document."));
        if (!PLAIN_NAME.matcher(command.name()).matches() || !CleanText.isClean(command.name())) {
            throw fault("invalid-name", "A name has 1 to 150 characters and no path.");
        }
        if (command.content().length > settings.largestPaperBytes()) {
            throw fault("too-large", "A paper may have %d bytes at most.".formatted(settings.largestPaperBytes()));
        }
        var kind = PaperKind.of(command.name(), command.content())
                .orElseThrow(() -> fault(
                        "not-a-paper",
                        "Only PDF, PNG, JPG, XLSX and DOCX are taken, and the name's ending must say which."));

        var sha256 = sha256(command.content());
        files.keep(sha256, command.content());
        var paper = new Paper(
                PaperId.next(),
                document.id().value(),
                command.name(),
                kind.mediaType(),
                command.content().length,
                sha256,
                document.personal(),
                document.blindSafe(),
                now);
        papers.add(application.id(), paper, command.by());
        timeline.note(application.id(), "paper/" + paper.id(), "ATTACH", command.by(), sha256, now);
        return paper;
    }

    private static DomainException fault(String code, String detail) {
        return DomainException.invalid("invalid-paper", detail, List.of(new Violation("", code, detail)));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
