package hk.itf.offenders.one;

import hk.itf.offenders.two.Second;

/** Half of a cycle. */
public class First {
    public Second second;
}
