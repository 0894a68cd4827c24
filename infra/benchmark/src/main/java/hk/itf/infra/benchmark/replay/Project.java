package hk.itf.infra.benchmark.replay;

import hk.itf.model.money.Money;

/** One application of the replay. */
sealed interface Project {

    /** Counted from 0. */
    int number();

    /** Whether the decision authority approves it. */
    boolean approved();

    /** The awarded and paid amount, or what a declined project asks for. */
    Money award();

    String scheme();

    /** Number of tranches of the award. */
    int tranches();

    /**
     * A research post, which is paid every quarter.
     *
     * @param months 6 or 9
     * @param salary monthly, at most the ceiling of a bachelor
     */
    record Post(int number, boolean approved, int months, Money salary) implements Project {

        static final int QUARTER = 3;

        @Override
        public Money award() {
            return salary.times(months);
        }

        @Override
        public String scheme() {
            return "rth";
        }

        @Override
        public int tranches() {
            return months / QUARTER;
        }
    }

    /** A project of research and development, which is paid in three instalments and lasts two months. */
    record Research(int number, boolean approved, Sector sector, Money award) implements Project {

        static final int MONTHS = 2;

        /** An eighth of the award, and so more than a tenth of the cost. Rounded up. */
        Money sponsorship() {
            return Money.ofCents(Math.ceilDiv(award.cents(), 8));
        }

        /** Cost of the project: the award and the money of the sponsor. */
        Money cost() {
            return award.plus(sponsorship());
        }

        @Override
        public String scheme() {
            return "itsp-platform";
        }

        @Override
        public int tranches() {
            return 3;
        }
    }
}
