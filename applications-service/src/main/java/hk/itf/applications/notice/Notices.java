package hk.itf.applications.notice;

import hk.itf.infra.text.TextSection;
import hk.itf.infra.text.Texts;
import hk.itf.model.Wording;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import hk.itf.model.json.Json;
import hk.itf.model.scheme.value.LocalisedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

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
    private final Clock clock;

    Notices(Session session, Clock clock) {
        this.session = session;
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
        return read("""
                select n.id, n.organisation_id, n.application_id, n.kind, n.body, n.created_at
                from notice n join organisation_member m on m.organisation_id = n.organisation_id and m.person = :person
                where cast(:cursor as uuid) is null or n.id < cast(:cursor as uuid)
                order by n.id desc limit :limit
                """, person.value(), cursor.orElse(null), limit);
    }

    /** The oldest notices that no file holds yet. */
    @Transactional
    List<Notice> listUnwritten(int limit) {
        return session.createNativeQuery(
                        "select id, organisation_id, application_id, kind, body, created_at from notice where written_at is null order by id limit :limit",
                        Object[].class)
                .setParameter("limit", limit)
                .getResultStream()
                .map(Notices::notice)
                .toList();
    }

    @Transactional
    void markWritten(UUID id) {
        session.createNativeMutationQuery("update notice set written_at = clock_timestamp() where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    private List<Notice> read(String sql, UUID person, @Nullable UUID cursor, int limit) {
        return session.createNativeQuery(sql, Object[].class)
                .setParameter("person", person)
                .setParameter("cursor", cursor == null ? null : cursor.toString(), String.class)
                .setParameter("limit", limit)
                .getResultStream()
                .map(Notices::notice)
                .toList();
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
