package hk.itf.applications.scheme;

import hk.itf.applications.ApplicationsSettings;
import hk.itf.infra.clock.HongKong;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.catalogue.SchemeCatalogue;
import hk.itf.model.scheme.catalogue.SchemeReader.SchemeFile;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.value.SchemeId;
import hk.itf.model.scheme.value.SchemeRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The schemes of this service: those shipped with it and those of the configured directory. */
@ApplicationScoped
public class Schemes {

    private final SchemeCatalogue catalogue;

    Schemes(ApplicationsSettings settings) {
        var files = new ArrayList<>(SchemeCatalogue.shipped());
        settings.schemesDirectory().map(SchemeCatalogue::directory).ifPresent(files::addAll);
        this.catalogue = SchemeCatalogue.of(
                files,
                settings.schemeStarts().entrySet().stream()
                        .collect(Collectors.toMap(entry -> SchemeRef.parse(entry.getKey()), Map.Entry::getValue)));
    }

    public List<SchemeFile> files() {
        return catalogue.files();
    }

    public Scheme get(SchemeRef ref) {
        return catalogue.get(ref).orElseThrow(() -> DomainException.notFound("scheme"));
    }

    public Scheme newest(SchemeId id) {
        var versions = catalogue.versions(id);
        if (versions.isEmpty()) {
            throw DomainException.notFound("scheme");
        }
        return versions.getLast();
    }

    /**
     * The scheme version for these answers and the instant of the first submission.
     *
     * @throws DomainException {@code no-scheme-version} when the scheme had no version on its reference date
     */
    public Scheme versionFor(SchemeId id, Answers answers, Instant firstSubmission) {
        var newest = newest(id);
        return catalogue
                .versionFor(id, answers, HongKong.dayOf(firstSubmission))
                .orElseThrow(() -> DomainException.broken(
                        "no-scheme-version",
                        newest.effective().chosenBy() instanceof Scheme.ReferenceDate.Answered(var question)
                                ? List.of(Violation.of("/answers/" + question, "no-scheme-version"))
                                : List.of()));
    }
}
