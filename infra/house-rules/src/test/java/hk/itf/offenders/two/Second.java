package hk.itf.offenders.two;

import hk.itf.offenders.one.First;

/** The other half. */
public class Second {
    public First first;
}
