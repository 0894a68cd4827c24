package hk.itf.applications.notice;

import hk.itf.infra.sql.PlainQuery;
import hk.itf.infra.text.TextSection;
import hk.itf.infra.text.Texts;
import hk.itf.model.Wording;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import hk.itf.model.json.Json;
import hk.itf.model.scheme.value.LocalisedText;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The store of notices to applicants. A notice is a row, written in the transaction of the change that it reports. Later
 * {@link WriteNotice} writes the row to a file for the e-mail relay.
 */
@ApplicationScoped
public class Notices {

    /**
     * One notice.
     *
     * @param kind what the notice is about, such as {@code claim-accepted}
     * @param body the text in all three languages
     */
    record Notice(
            UUID id,
            OrganisationId organisation,
            GrantId application,
            String kind,
            LocalisedText body,
            Instant createdAt) {}

    private final Session session;
    private final AgroalDataSource database;
    private final Clock clock;

    Notices(Session session, AgroalDataSource database, Clock clock) {
        this.session = session;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Writes a notice to the members of an organisation.
     *
     * @param wording a text of the section {@code notices}; its slug becomes the kind of the notice
     */
    @Transactional(TxType.MANDATORY)
    public void tell(OrganisationId organisation, GrantId application, Wording wording) {
        session.createNativeMutationQuery("""
                        insert into notice (id, organisation_id, application_id, kind, body, created_at)
                        values (:id, :organisation, :application, :kind, :body, :now)
                        """)
                .setParameter("id", Uuids.next())
                .setParameter("organisation", organisation.value())
                .setParameter("application", application.value())
                .setParameter("kind", wording.slug())
                .setParameter("body", Json.write(Texts.loaded().inAllLanguages(TextSection.NOTICES, wording)))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** The notices to all organisations of a person, newest first, from {@code cursor} on. */
    @Transactional
    List<Notice> listForMember(PersonId person, Optional<UUID> cursor, int limit) {
        return session.createNativeQuery("""
                        select n.id, n.organisation_id, n.application_id, n.kind, n.body, n.created_at
                        from organisation_member m
                        cross join lateral (select * from notice
                                            where organisation_id = m.organisation_id and id < :cursor
                                            order by id desc limit :limit) n
                        where m.person = :person order by n.id desc limit :limit
                        """, Object[].class)
                .setParameter("person", person.value())
                .setParameter("cursor", cursor.orElse(Uuids.HIGHEST))
                .setParameter("limit", limit)
                .getResultStream()
                .map(Notices::notice)
                .toList();
    }

    /** Notices that no file holds yet, oldest first, after a notice. */
    @Transactional
    List<Notice> listUnwritten(Optional<UUID> after, int limit) {
        return PlainQuery.of(database, """
                        select id, organisation_id, application_id, kind, body, created_at from notice
                        where written_at is null and id > :after order by id limit :limit
                        """)
                .set("after", after.orElse(Uuids.LOWEST))
                .set("limit", limit)
                .list(row -> new Notice(
                        row.uuid(1),
                        OrganisationId.of(row.uuid(2)),
                        GrantId.of(row.uuid(3)),
                        row.text(4),
                        Json.read(row.text(5), LocalisedText.class),
                        row.instant(6)));
    }

    @Transactional
    void markWritten(UUID id) {
        session.createNativeMutationQuery("update notice set written_at = clock_timestamp() where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    private static Notice notice(Object[] row) {
        return new Notice(
                (UUID) row[0],
                OrganisationId.of((UUID) row[1]),
                GrantId.of((UUID) row[2]),
                (String) row[3],
                Json.read((String) row[4], LocalisedText.class),
                (Instant) row[5]);
    }
}
