/** Code that breaks the house rules on purpose: each rule has to fail on its offender. */
package hk.itf.offenders;
