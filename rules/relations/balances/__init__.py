"""What is left and what is carried on: stocks and flows, remainders, income less spending."""
