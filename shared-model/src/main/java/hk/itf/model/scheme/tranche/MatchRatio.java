package hk.itf.model.scheme.tranche;

import hk.itf.model.money.Money;

/** So many parts of others for so many of the Government. */
public record MatchRatio(int government, int match) {
    public MatchRatio {
        if (government < 1 || match < 1) {
            throw new IllegalArgumentException("a ratio has positive parts");
        }
    }

    /** The least that others have to bring for so much of the Government, rounded up to the cent. */
    public Money neededFor(Money granted) {
        var exactly = Math.multiplyExact(granted.cents(), (long) match);
        return Money.ofCents(Math.ceilDiv(exactly, (long) government));
    }
}
