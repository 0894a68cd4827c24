package hk.itf.disbursement.filing;

import hk.itf.infra.sql.PlainQuery;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.event.FilingRef;
import hk.itf.model.filing.FiledClaim;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.json.Json;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.Gate;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Stores the filings of claims. A filing stays when its claim is withdrawn: a decision may still name it. */
@ApplicationScoped
public class FiledClaims {

    private final Session database;
    private final AgroalDataSource pool;

    FiledClaims(Session database, AgroalDataSource pool) {
        this.database = database;
        this.pool = pool;
    }

    @Transactional(TxType.MANDATORY)
    void add(GrantId grant, ClaimId claim, ClaimFiling filing) {
        var filed = FiledClaim.of(filing);
        database.createNativeMutationQuery("""
                        insert into filed_claim (grant_id, claim_id, revision, kind, tranche_id, claimed_cents, gates, content_sha256)
                        values (:grant, :claim, :revision, :kind, :tranche, :claimed, cast(:gates as json), :sha256)
                        """)
                .setParameter("grant", grant.value())
                .setParameter("claim", claim.value())
                .setParameter("revision", filing.revision())
                .setParameter("kind", filed.kind().name())
                .setParameter("tranche", filed.tranche().value())
                .setParameter("claimed", filed.claimed().cents())
                .setParameter("gates", Json.write(filed.gates()))
                .setParameter("sha256", Objects.requireNonNullElse(filing.contentSha256(), ""))
                .executeUpdate();
    }

    /**
     * The filing of the claim that a decision names; empty while applications-service has not told this service about it. A decision of an
     * older build names none, and is compared with the latest filing.
     */
    @Transactional(TxType.MANDATORY)
    public Optional<FiledClaim> find(GrantId grant, ClaimId claim, @Nullable FilingRef named) {
        return PlainQuery.of(pool, """
                        select kind, tranche_id, claimed_cents, cast(gates as text) from filed_claim
                        where grant_id = :grant and claim_id = :claim
                          and (cast(:revision as int) = 0 or (revision = :revision and content_sha256 = :hash))
                        order by revision desc limit 1
                        """)
                .set("grant", grant.value())
                .set("claim", claim.value())
                .set("revision", named == null ? 0 : named.revision())
                .set("hash", named == null ? "" : named.contentSha256())
                .list(row -> new FiledClaim(
                        ClaimKind.valueOf(row.text(1)),
                        TrancheId.of(row.uuid(2)),
                        Money.ofCents(row.number(3)),
                        Set.of(Json.read(row.text(4), Gate[].class))))
                .stream()
                .findFirst();
    }
}
