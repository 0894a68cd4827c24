package hk.itf.disbursement.ledger;

import hk.itf.model.calendar.FinancialYear;
import hk.itf.model.id.GrantId;
import hk.itf.model.scheme.value.SchemeId;

/** Where money rests between two transfers. The key is what the books are kept by. */
public sealed interface Account {

    String key();

    /** Where all money comes from: what the legislature has appropriated. Its balance is never positive. */
    record Appropriation() implements Account {
        @Override
        public String key() {
            return "appropriation";
        }
    }

    /** Free money of a scheme in a year. */
    record Envelope(SchemeId scheme, FinancialYear year) implements Account {
        @Override
        public String key() {
            return "envelope:" + scheme + ":" + year;
        }
    }

    /** Promised and not ordered. */
    record Committed(GrantId grant) implements Account {
        @Override
        public String key() {
            return "committed:" + grant;
        }
    }

    /** Ordered; the bank has not answered. */
    record Clearing(GrantId grant) implements Account {
        @Override
        public String key() {
            return "clearing:" + grant;
        }
    }

    /** With the grantee. */
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

    /** Come back from grantees, on its way to the envelope. */
    record Recovered(SchemeId scheme, FinancialYear year) implements Account {
        @Override
        public String key() {
            return "recovered:" + scheme + ":" + year;
        }
    }
}
