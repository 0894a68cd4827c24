package hk.itf.applications.notice;

import hk.itf.applications.notice.Notices.Notice;
import hk.itf.infra.text.Language;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import java.time.Instant;
import java.util.UUID;

/**
 * A notice as a member of the organisation reads it.
 *
 * @param body the text in the reader's language
 */
public record NoticeView(
        UUID id, OrganisationId organisation, GrantId application, String kind, String body, Instant createdAt) {

    static NoticeView of(Notice notice, Language language) {
        return new NoticeView(
                notice.id(),
                notice.organisation(),
                notice.application(),
                notice.kind(),
                notice.body().in(language.tag()),
                notice.createdAt());
    }
}
