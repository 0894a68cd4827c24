package hk.itf.applications.application;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.GrantId;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.question.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Reads the papers of an application for its submission. */
@ApplicationScoped
public class ApplicationPapers {

    /** A paper that the hash of the receipt covers. */
    public record Attached(String id, String document, String name, String sha256) {}

    private final Session session;

    ApplicationPapers(Session session) {
        this.session = session;
    }

    public List<Attached> of(GrantId application) {
        return session.createNativeQuery(
                        "select id, document, name, sha256 from paper where application_id = :application and claim_id is null order by id",
                        Object[].class)
                .setParameter("application", application.value())
                .getResultStream()
                .map(row -> new Attached(((UUID) row[0]).toString(), (String) row[1], (String) row[2], (String) row[3]))
                .toList();
    }

    List<Violation> missing(Scheme scheme, Facts facts, List<Attached> attached) {
        return scheme.documents().stream()
                .filter(document -> document.isRequiredFor(facts))
                .filter(document -> attached.stream()
                        .noneMatch(each -> each.document().equals(document.id().value())))
                .map(document -> Violation.required("/papers/" + document.id()))
                .toList();
    }

    public void requireComplete(Scheme scheme, Facts facts, List<Attached> attached) {
        var missing = missing(scheme, facts, attached);
        if (!missing.isEmpty()) {
            throw DomainException.broken("papers-incomplete.application", missing);
        }
    }
}
