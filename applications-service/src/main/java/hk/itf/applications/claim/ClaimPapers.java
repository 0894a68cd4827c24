package hk.itf.applications.claim;

import hk.itf.applications.application.Application;
import hk.itf.applications.application.PinnedRules;
import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.PaperId;
import hk.itf.model.scheme.tranche.ClaimRule;
import hk.itf.model.scheme.value.RuleId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Reads the papers of a claim and compares them with the documents that the scheme asks for. */
@ApplicationScoped
class ClaimPapers {

    private final Session session;
    private final PinnedRules pinnedRules;

    ClaimPapers(Session session, PinnedRules pinnedRules) {
        this.session = session;
        this.pinnedRules = pinnedRules;
    }

    List<ClaimFiling.Paper> of(ClaimId claim) {
        return session.createNativeQuery(
                        "select id, document, sha256 from paper where claim_id = :claim and detached_at is null order by id",
                        Object[].class)
                .setParameter("claim", claim.value())
                .getResultStream()
                .map(row ->
                        new ClaimFiling.Paper(PaperId.of((UUID) row[0]), RuleId.of((String) row[1]), (String) row[2]))
                .toList();
    }

    /** A fault for each required document without a paper. Empty when the claim cannot change. */
    List<Violation> missing(Application application, Claim claim) {
        return claim.isChangeable() ? missing(rules(application, claim), of(claim.id())) : List.of();
    }

    /**
     * The papers of a claim that is submitted now.
     *
     * @throws DomainException {@code papers-incomplete} when a required paper is missing; {@code paper-used} when a file
     *     that may prove one claim only is part of a claim under review, or of a claim with an accepted amount
     */
    List<ClaimFiling.Paper> complete(Application application, Claim claim) {
        var rules = rules(application, claim);
        var attached = of(claim.id());
        var missing = missing(rules, attached);
        if (!missing.isEmpty()) {
            throw DomainException.broken("papers-incomplete.claim", missing);
        }
        var once = rules.stream()
                .filter(ClaimRule.Document::once)
                .map(ClaimRule.Document::id)
                .toList();
        var used = attached.stream()
                .filter(paper -> once.contains(paper.document()))
                .sorted(Comparator.comparing(ClaimFiling.Paper::sha256))
                .filter(paper -> isUsed(claim.id(), paper.sha256()))
                .map(paper -> Violation.of("/papers/" + paper.document(), "paper-used"))
                .toList();
        if (!used.isEmpty()) {
            throw DomainException.broken("paper-used", used);
        }
        return attached;
    }

    private List<ClaimRule.Document> rules(Application application, Claim claim) {
        return pinnedRules.of(application).claims().documentsOf(claim.kind());
    }

    private static List<Violation> missing(List<ClaimRule.Document> rules, List<ClaimFiling.Paper> attached) {
        return rules.stream()
                .filter(document -> !document.optional())
                .filter(document ->
                        attached.stream().noneMatch(paper -> paper.document().equals(document.id())))
                .map(document -> Violation.required("/papers/" + document.id()))
                .toList();
    }

    /** Takes a lock on the file, so that of two claims submitted at the same time with the same file one is refused. */
    private boolean isUsed(ClaimId claim, String sha256) {
        session.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:sha256, 0))", Object.class)
                .setParameter("sha256", sha256)
                .getResultList();
        return ScalarQuery.of(session, """
                        select exists (select 1 from paper p join claim c on c.id = p.claim_id
                                       where p.sha256 = :sha256 and p.once and p.detached_at is null and c.id <> :claim
                                         and (c.status in ('SUBMITTED', 'CLARIFYING')
                                              or c.status = 'ACCEPTED'
                                                 and (c.accepted_cents > 0 or c.kind not in ('PAYMENT', 'ADVANCE', 'ACCOUNTS'))))
                        """, Boolean.class)
                .setParameter("sha256", sha256)
                .setParameter("claim", claim.value())
                .getSingleResult();
    }
}
