package hk.itf.disbursement.ledger;

import hk.itf.model.calendar.FinancialYear;
import hk.itf.model.id.GrantId;
import hk.itf.model.scheme.value.SchemeId;

/** A ledger account: a place of money between two transfers. The books are grouped by the account key. */
public sealed interface Account {

    String key();

    /** The source of all money, appropriated by the legislature. Its balance is never positive. */
    record Appropriation() implements Account {
        @Override
        public String key() {
            return "appropriation";
        }
    }

    /** The free money of a scheme in a financial year. */
    record Envelope(SchemeId scheme, FinancialYear year) implements Account {
        @Override
        public String key() {
            return "envelope:" + scheme + ":" + year;
        }
    }

    /** Committed and not released. */
    record Committed(GrantId grant) implements Account {
        @Override
        public String key() {
            return "committed:" + grant;
        }
    }

    /** Released; the bank has not answered. */
    record Clearing(GrantId grant) implements Account {
        @Override
        public String key() {
            return "clearing:" + grant;
        }
    }

    /** Paid to the grantee and not owed back. */
    record Paid(GrantId grant) implements Account {
        @Override
        public String key() {
            return "paid:" + grant;
        }
    }

    /** Owed back by the grantee. */
    record Receivable(GrantId grant) implements Account {
        @Override
        public String key() {
            return "receivable:" + grant;
        }
    }

    /** Recovered from grantees, before the return to the envelope. */
    record Recovered(SchemeId scheme, FinancialYear year) implements Account {
        @Override
        public String key() {
            return "recovered:" + scheme + ":" + year;
        }
    }
}
