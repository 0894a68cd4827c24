package hk.itf.applications.claim;

import hk.itf.applications.application.Application;
import hk.itf.applications.application.PinnedRules;
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

/** What is attached to a claim, and whether that is what the scheme asks for. */
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

    /** What still has to be attached before the claim can be submitted; nothing once it was. */
    List<Violation> missing(Application application, Claim claim) {
        return claim.isChangeable() ? missing(rules(application, claim), of(claim.id())) : List.of();
    }

    /**
     * The papers of a claim that is submitted now.
     *
     * @throws DomainException {@code papers-incomplete} when some are missing, {@code paper-used} when one that serves a
     *     single claim is part of another that is open, or that something was accepted of
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

    /** Two claims that are submitted at the same instant with the same file wait for each other here. */
    private boolean isUsed(ClaimId claim, String sha256) {
        session.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:sha256, 0))", Object.class)
                .setParameter("sha256", sha256)
                .getResultList();
        return session.createNativeQuery("""
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
