package hk.itf.applications.papers;

import static hk.itf.model.NamedValue.value;

import hk.itf.applications.ApplicationsSettings;
import hk.itf.applications.papers.Papers.Paper;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PaperId;
import hk.itf.model.id.PersonId;
import hk.itf.model.json.Sha256;
import hk.itf.model.scheme.value.CleanText;
import hk.itf.model.scheme.value.RuleId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks an uploaded file and stores its content, its row and a timeline entry. */
@ApplicationScoped
class PaperIntake {

    /** An uploaded file. */
    record Upload(String document, String name, byte[] content) {}

    /** The document of an application or a claim that a file is attached as; {@code claim} is null for an application. */
    public record Place(
            GrantId grant,
            @Nullable ClaimId claim,
            RuleId document,
            boolean personal,
            boolean blindSafe,
            boolean once) {}

    private static final Pattern PLAIN_NAME = Pattern.compile("[^/\\\\\\p{Cntrl}\\uFFFD]{1,150}");

    private static final int MAX_PAPERS = 200;

    private final Papers papers;
    private final PaperFiles files;
    private final ApplicationsSettings settings;
    private final Timeline timeline;
    private final Clock clock;

    PaperIntake(Papers papers, PaperFiles files, ApplicationsSettings settings, Timeline timeline, Clock clock) {
        this.papers = papers;
        this.files = files;
        this.settings = settings;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Stores a file as a paper.
     *
     * @throws DomainException {@code invalid-paper} when the name, size or kind of the file is not allowed;
     *     {@code too-many-papers}
     */
    Paper keep(Place place, Upload upload, PersonId by) {
        if (!PLAIN_NAME.matcher(upload.name()).matches() || !CleanText.isClean(upload.name())) {
            throw DomainException.invalid("invalid-paper.name", List.of(Violation.of("", "invalid-name")));
        }
        if (upload.content().length > settings.largestPaperBytes()) {
            throw DomainException.invalid(
                    "invalid-paper.too-large",
                    List.of(Violation.of("", "too-large.paper", value("limit", settings.largestPaperBytes()))),
                    value("limit", settings.largestPaperBytes()));
        }
        var kind = PaperKind.of(upload.name(), upload.content())
                .orElseThrow(() ->
                        DomainException.invalid("invalid-paper.file-kind", List.of(Violation.of("", "not-a-paper"))));

        requireBelowMaximum(place);

        var now = clock.instant();
        var sha256 = Sha256.of(upload.content());
        files.keep(sha256, upload.content());
        var paper = new Paper(
                PaperId.next(),
                place.claim(),
                place.document().value(),
                upload.name(),
                kind.mediaType(),
                upload.content().length,
                sha256,
                place.personal(),
                place.blindSafe(),
                now,
                null);
        papers.add(place.grant(), paper, place.once(), by);
        timeline.note(place.grant(), "paper/" + paper.id(), "ATTACH", by, sha256, now);
        return paper;
    }

    /** An event carries the hash of every paper, and the size of an event is limited. */
    private void requireBelowMaximum(Place place) {
        var attached = papers.of(place.grant()).stream()
                .filter(paper -> Objects.equals(paper.claim(), place.claim()))
                .count();
        if (attached >= MAX_PAPERS) {
            throw DomainException.conflict("too-many-papers", value("limit", MAX_PAPERS));
        }
    }

    static DomainException unknownDocument() {
        return DomainException.invalid("invalid-paper.unknown-document", List.of(Violation.of("", "unknown-document")));
    }
}
