/**
 * The way to the bank: instructions go out through {@link PaymentGateway}, answers come back with a position. {@link
 * BankAnswers} stores the last applied position and the parked answers. {@link SimulatedBank} stands in for a bank on
 * one machine. The room uses {@code payee} for bank details only.
 */
@NullMarked
package hk.itf.disbursement.bank;

import org.jspecify.annotations.NullMarked;
