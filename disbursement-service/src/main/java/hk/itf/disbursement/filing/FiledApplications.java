package hk.itf.disbursement.filing;

import hk.itf.infra.sql.PlainQuery;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.Parties;
import hk.itf.model.filing.FiledApplication;
import hk.itf.model.id.GrantId;
import hk.itf.model.json.Json;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.SchemeId;
import hk.itf.model.scheme.value.SchemeRef;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.Session;

/** Stores the filings of applications. A filing stays when its application is withdrawn: a decision may still name it. */
@ApplicationScoped
public class FiledApplications {

    private final Session database;
    private final AgroalDataSource pool;

    FiledApplications(Session database, AgroalDataSource pool) {
        this.database = database;
        this.pool = pool;
    }

    @Transactional(TxType.MANDATORY)
    void add(GrantId grant, FiledApplication filing) {
        database.createNativeMutationQuery("""
                        insert into filed_application (grant_id, revision, reference, scheme, scheme_version, parties,
                                                       entitlement_cents, content_sha256)
                        values (:grant, :revision, :reference, :scheme, :version, cast(:parties as json), :entitlement, :sha256)
                        """)
                .setParameter("grant", grant.value())
                .setParameter("revision", filing.revision())
                .setParameter("reference", filing.reference())
                .setParameter("scheme", filing.scheme().id().value())
                .setParameter("version", filing.scheme().version())
                .setParameter("parties", Json.write(filing.parties()))
                .setParameter("entitlement", filing.entitlement().cents())
                .setParameter("sha256", filing.contentSha256())
                .executeUpdate();
    }

    /**
     * The filing that the approval names; empty while applications-service has not told this service about it. An approval of an older
     * build names the content alone.
     */
    @Transactional(TxType.MANDATORY)
    public Optional<FiledApplication> find(ApplicationApproved approved) {
        return PlainQuery.of(pool, """
                        select revision, reference, scheme, scheme_version, cast(parties as text), entitlement_cents
                        from filed_application where grant_id = :grant and content_sha256 = :hash
                          and (cast(:revision as int) = 0 or revision = :revision)
                        order by revision desc limit 1
                        """)
                .set("grant", approved.grant().value())
                .set("hash", approved.contentSha256())
                .set("revision", Objects.requireNonNullElse(approved.revision(), 0))
                .list(row -> new FiledApplication(
                        Math.toIntExact(row.number(1)),
                        row.text(2),
                        new SchemeRef(SchemeId.of(row.text(3)), Math.toIntExact(row.number(4))),
                        Json.read(row.text(5), Parties.class),
                        Money.ofCents(row.number(6)),
                        approved.contentSha256()))
                .stream()
                .findFirst();
    }
}
