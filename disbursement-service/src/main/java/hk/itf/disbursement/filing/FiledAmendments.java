package hk.itf.disbursement.filing;

import hk.itf.infra.sql.PlainQuery;
import hk.itf.model.event.AmendmentFiling;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.filing.FiledAmendment;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.GrantId;
import hk.itf.model.json.Json;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.TranchePlan;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.Session;

/** Stores the filings of amendments. A filing stays when its amendment is withdrawn: a decision may still name it. */
@ApplicationScoped
public class FiledAmendments {

    /** Stored for an amendment that keeps nothing because it is no termination. */
    private static final long KEEPS_NOTHING = -1;

    private final Session database;
    private final AgroalDataSource pool;

    FiledAmendments(Session database, AgroalDataSource pool) {
        this.database = database;
        this.pool = pool;
    }

    @Transactional(TxType.MANDATORY)
    void add(GrantId grant, AmendmentId amendment, AmendmentFiling filing) {
        var filed = FiledAmendment.of(filing);
        database.createNativeMutationQuery("""
                        insert into filed_amendment (grant_id, amendment_id, revision, kind, base_version, plan, keep_cents, content_sha256)
                        values (:grant, :amendment, :revision, :kind, :base, cast(:plan as json), nullif(:keep, -1), :sha256)
                        """)
                .setParameter("grant", grant.value())
                .setParameter("amendment", amendment.value())
                .setParameter("revision", filing.revision())
                .setParameter("kind", filed.kind().name())
                .setParameter("base", filed.baseVersion())
                .setParameter("plan", Json.write(filed.plan()))
                .setParameter(
                        "keep",
                        filed.keep() == null ? KEEPS_NOTHING : filed.keep().cents())
                .setParameter("sha256", Objects.requireNonNullElse(filing.contentSha256(), ""))
                .executeUpdate();
    }

    /**
     * The filing that the approval names; empty while applications-service has not told this service about it. An approval of an
     * older build names none, and is compared with the latest filing.
     */
    @Transactional(TxType.MANDATORY)
    public Optional<FiledAmendment> find(AmendmentApproved approved) {
        var named = approved.filing();
        return PlainQuery.of(pool, """
                        select kind, base_version, cast(plan as text), coalesce(keep_cents, -1) from filed_amendment
                        where grant_id = :grant and amendment_id = :amendment
                          and (cast(:revision as int) = 0 or (revision = :revision and content_sha256 = :hash))
                        order by revision desc limit 1
                        """)
                .set("grant", approved.grant().value())
                .set("amendment", approved.amendment().value())
                .set("revision", named == null ? 0 : named.revision())
                .set("hash", named == null ? "" : named.contentSha256())
                .list(row -> new FiledAmendment(
                        AmendmentKind.valueOf(row.text(1)),
                        Math.toIntExact(row.number(2)),
                        Json.read(row.text(3), TranchePlan.class),
                        row.number(4) == KEEPS_NOTHING ? null : Money.ofCents(row.number(4))))
                .stream()
                .findFirst();
    }
}
