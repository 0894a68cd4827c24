package hk.itf.disbursement.payee;

import hk.itf.model.DomainException;
import hk.itf.model.event.DisbursementEvent.PayeeVerified;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of an organisation's bank details. Filed by an applicant it is pending; a payee-verifier, never the person
 * who filed it, verifies it against evidence; it then cools off before anything is paid to it. The next version filed
 * supersedes it. The details themselves never change.
 */
@Entity
@Table(name = "payee")
class Payee {

    @Id
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Column(name = "organisation", nullable = false)
    private UUID organisation;

    @Column(name = "number", nullable = false)
    private int number;

    @Column(name = "holder", nullable = false)
    private String holder;

    @Column(name = "bank_code", nullable = false)
    private String bankCode;

    @Column(name = "account_number", nullable = false)
    private String accountNumber;

    @Enumerated(EnumType.STRING)
    @Column(name = "status", nullable = false)
    private PayeeStatus status;

    @Column(name = "filed_by", nullable = false)
    private UUID filedBy;

    @Column(name = "filed_at", nullable = false)
    private Instant filedAt;

    @Column(name = "verified_by")
    private @Nullable UUID verifiedBy;

    @Column(name = "verified_at")
    private @Nullable Instant verifiedAt;

    @Column(name = "cools_off_at")
    private @Nullable Instant coolsOffAt;

    @Column(name = "evidence")
    private @Nullable String evidence;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Payee() {}

    Payee(OrganisationId organisation, int number, BankDetails details, PersonId actor, Instant now) {
        this.id = Uuids.next();
        this.organisation = organisation.value();
        this.number = number;
        this.holder = details.holder();
        this.bankCode = details.bankCode();
        this.accountNumber = details.accountNumber();
        this.status = PayeeStatus.PENDING;
        this.filedBy = actor.value();
        this.filedAt = now;
    }

    PayeeVerified verify(String seen, PersonId actor, Instant now, Instant coolOff) {
        var next = PayeeTransition.VERIFY.apply(status);
        if (actor.value().equals(filedBy)) {
            throw DomainException.conflict(
                    "four-eyes", "You filed these bank details; another person has to verify them.");
        }
        status = next;
        evidence = seen;
        verifiedBy = actor.value();
        verifiedAt = now;
        coolsOffAt = coolOff;
        return new PayeeVerified(OrganisationId.of(organisation), actor, number, now, coolOff);
    }

    void supersede() {
        status = PayeeTransition.SUPERSEDE.apply(status);
    }

    PayeeStanding standing() {
        return new PayeeStanding(
                number,
                status == PayeeStatus.VERIFIED && verifiedBy != null ? PersonId.of(verifiedBy) : null,
                coolsOffAt);
    }

    PayeeView view() {
        return new PayeeView(
                number,
                holder,
                bankCode,
                new BankDetails(holder, bankCode, accountNumber).masked(),
                status.name(),
                PersonId.of(filedBy),
                filedAt,
                verifiedBy == null ? null : PersonId.of(verifiedBy),
                verifiedAt,
                coolsOffAt,
                evidence,
                version);
    }

    BankDetails details() {
        return new BankDetails(holder, bankCode, accountNumber);
    }
}
